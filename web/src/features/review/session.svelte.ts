// A round of reviews: the Backend's queue, answered word by word. An answer that cannot be sent goes to
// the outbox under the same client id, so that it counts once even if it did arrive.
import { backend } from '../../api/client'
import type { ReviewItem, ReviewQueue } from '../../api/types'
import { load, remember } from '../../core/cache'
import { newId, now, stamp } from '../../core/clock.svelte'
import { ApiError, asApiError } from '../../core/errors'
import { outbox, type Rating } from '../../core/outbox.svelte'

export const RATINGS: Rating[] = ['again', 'hard', 'good', 'easy']

const LIMIT = 50
const SOON = 20 * 60 // seconds: a word that is due again within this comes back in the round

export class ReviewRound {
  queue = $state.raw<ReviewItem[]>([])
  counts = $state.raw<ReviewQueue['counts']>({ fresh: 0, learning: 0, review: 0 })
  nextDue = $state.raw<string | undefined>()
  isShown = $state(false)
  isBusy = $state(false)
  answered = $state(0)
  wasKept = $state(false)
  error = $state.raw<ApiError | undefined>()
  /** The newest answer: with the Backend, or in the outbox under `kept`. */
  private last: { item: ReviewItem; kept?: number } | undefined = $state.raw()
  private asked = Date.now()

  get current(): ReviewItem | undefined {
    return this.queue[0]
  }
  get canUndo(): boolean {
    return this.last !== undefined && !this.isBusy
  }

  async fetch() {
    const { value } = await load('review', () => backend.get('/api/v1/vocabulary/review', { query: { limit: LIMIT } }))
    this.queue = value.items
    this.counts = value.counts
    this.nextDue = value.next_due_at ?? undefined
    this.ask()
  }

  show() {
    this.isShown = true
  }

  private ask() {
    this.isShown = false
    this.asked = Date.now()
  }

  async rate(rating: Rating) {
    const item = this.current
    if (!item?.word.id || !this.isShown || this.isBusy) return
    this.isBusy = true
    this.error = undefined
    const review = { client_id: newId(), rating, reviewed_at: stamp(), time_spent_ms: Math.min(Date.now() - this.asked, 600_000) }
    let seconds = item.previews[rating]
    try {
      // Those that wait go first: the Backend would put them in order, but "undo" means the last one sent.
      if (outbox.waiting > 0) throw new ApiError('OFFLINE', 0, 'earlier reviews wait')
      const { reviewed_at: _, ...body } = review
      const reply = await backend.post('/api/v1/vocabulary/{id}/review', { params: { id: item.word.id }, body, key: review.client_id, timeout: 10000 })
      seconds = reply.interval_seconds
      this.last = { item: { ...item, word: reply.word } }
      this.wasKept = false
    } catch (error) {
      const problem = asApiError(error)
      if (!problem.isAway) {
        this.error = problem
        this.isBusy = false
        return
      }
      this.last = { item, kept: await outbox.add({ kind: 'review', card_id: item.word.id, ...review }) }
      this.wasKept = true
      void outbox.flush()
    }
    this.answered += 1
    this.advance(item, rating, seconds)
    this.isBusy = false
  }

  private advance(item: ReviewItem, rating: Rating, seconds: number) {
    const rest = this.queue.slice(1)
    const comesBack = seconds <= SOON && rating !== 'easy'
    this.queue = comesBack ? [...rest, item] : rest
    const due = new Date(now().getTime() + seconds * 1000).toISOString()
    if (!comesBack && (!this.nextDue || due < this.nextDue)) this.nextDue = due
    this.keep()
    this.ask()
  }

  /** A reload without a network goes on here. */
  private keep() {
    void remember('review', { items: this.queue, counts: this.counts, next_due_at: this.nextDue })
  }

  async undo() {
    const { last } = this
    if (!this.canUndo || !last) return
    this.isBusy = true
    this.error = undefined
    try {
      let { item } = last
      if (last.kept === undefined || !(await outbox.takeBack(last.kept))) {
        if (outbox.waiting > 0) throw new ApiError('OFFLINE', 0, 'earlier reviews wait')
        const reply = await backend.post('/api/v1/vocabulary/reviews/undo', { key: newId() })
        item = { ...item, word: reply.word }
      }
      this.queue = [item, ...this.queue.filter((other) => other.word.id !== item.word.id)]
      this.answered = Math.max(0, this.answered - 1)
      this.keep()
      this.last = undefined
      this.ask()
      this.isShown = true
    } catch (error) {
      this.error = asApiError(error)
    } finally {
      this.isBusy = false
    }
  }
}
