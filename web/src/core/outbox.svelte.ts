// What was done without a network, in order, until the Backend has it. Every entry may be sent twice:
// reviews carry a client id, everything else an Idempotency-Key.
import { backend } from '../api/client'
import { db } from './db'
import { asApiError } from './errors'
import { net } from './net.svelte'
import { session } from './session.svelte'

export type Rating = 'again' | 'hard' | 'good' | 'easy'

export type Deed =
  | { kind: 'review'; card_id: string; client_id: string; rating: Rating; reviewed_at: string; time_spent_ms: number }
  | { kind: 'answer'; attempt_id: string; key: string; body: { exercise_id: string; answer?: string; pairs?: Record<string, string>; score?: number; analysis_id?: string; time_spent_ms: number } }
  | { kind: 'completion'; lesson_id: string; attempt_id: string; key: string; time_spent_seconds: number }
  | { kind: 'activity'; key: string; activity_type: 'ai_chat' | 'pronunciation' | 'writing'; duration: number; occurred_at: string }

interface Entry {
  id: number
  user: string
  deed: Deed
}

const BATCH = 500

let waiting = $state(0)
let isSending = $state(false)
let refused = $state(0)
let sending: Promise<void> | undefined
/** The Backend's ids of attempts that were begun without a network. */
const attempts = new Map<string, string>()
const sent = new Set<() => void>()

async function entries(): Promise<Entry[]> {
  return session.userId ? db.ofUser<Entry>('outbox', session.userId) : []
}

async function count() {
  waiting = (await entries().catch(() => [])).length
}

async function sendReviews(batch: Entry[]) {
  const reviews = batch.map(({ deed }) => {
    const { kind: _, ...review } = deed as Extract<Deed, { kind: 'review' }>
    return review
  })
  const reply = await backend.post('/api/v1/vocabulary/reviews/batch', { body: { reviews }, key: `batch-${reviews[0].client_id}-${reviews.length}` })
  refused += reply.refused
}

async function sendOne({ deed }: Entry) {
  switch (deed.kind) {
    case 'answer':
      await backend.post('/api/v1/attempts/{id}/answers', { params: { id: await attemptId(deed.attempt_id) }, body: deed.body, key: deed.key })
      break
    case 'completion':
      await backend.post('/api/v1/progress/lessons/{id}', {
        params: { id: deed.lesson_id },
        body: { attempt_id: await attemptId(deed.attempt_id), time_spent_seconds: deed.time_spent_seconds },
        key: deed.key,
      })
      break
    case 'activity': {
      const { kind: _, key, ...body } = deed
      await backend.post('/api/v1/progress/activities', { body, key })
      break
    }
  }
}

/** An attempt begun without a network is named by its lesson and the key that it will be begun with. */
export function localAttempt(lesson: string, key: string): string {
  return `local:${lesson}:${key}`
}

/** The Backend's id of an attempt; one that was begun without a network is begun there now. */
async function attemptId(id: string): Promise<string> {
  if (!id.startsWith('local:')) return id
  const known = attempts.get(id)
  if (known) return known
  const [, lesson, key] = id.split(':')
  const attempt = await backend.post('/api/v1/lessons/{id}/attempts', { params: { id: lesson }, body: {}, key })
  attempts.set(id, attempt.id)
  return attempt.id
}

async function drain() {
  for (;;) {
    const all = await entries()
    if (all.length === 0) return
    const first = all[0]
    const batch = first.deed.kind === 'review' ? all.filter((entry) => entry.deed.kind === 'review').slice(0, BATCH) : [first]
    try {
      if (first.deed.kind === 'review') await sendReviews(batch)
      else await sendOne(first)
    } catch (error) {
      const problem = asApiError(error)
      if (problem.isAway || problem.status === 401 || problem.status === 429) return   // later
      if (problem.status !== 409) refused += batch.length   // 409: the Backend has it already
    }
    for (const entry of batch) await db.delete('outbox', entry.id)
    waiting = Math.max(0, waiting - batch.length)
  }
}

async function send() {
  if (!session.userId || session.isExpired) return
  isSending = true
  try {
    const before = (await entries()).length
    waiting = before   // another tab may have sent what this one kept
    if (before === 0) return
    const work = async () => drain()
    await (navigator.locks ? navigator.locks.request('lexi-outbox', work) : work())
    await count()
    if (waiting < before) for (const listener of sent) listener()
  } catch {
    // A store that cannot be read now is read again at the next chance.
  } finally {
    isSending = false
  }
}

export const outbox = {
  /** Deeds that are not yet sent. */
  get waiting() {
    return waiting
  },
  get isSending() {
    return isSending
  },
  /** Deeds that the Backend would not take; shown, not hidden. */
  get refused() {
    return refused
  },
  forgetRefused() {
    refused = 0
  },
  attemptId,
  /** Keeps a deed; the number names it as long as it is here. */
  async add(deed: Deed): Promise<number> {
    const id = await db.put('outbox', { user: session.userId, deed: JSON.parse(JSON.stringify(deed)) })
    await count()
    return id as number
  },
  /** Takes a deed back, unless it is sent or being sent; was it still here? */
  async takeBack(id: number): Promise<boolean> {
    const work = async () => {
      if (!(await db.get('outbox', id))) return false
      await db.delete('outbox', id)
      await count()
      return true
    }
    if (!navigator.locks) return !isSending && work()
    return navigator.locks.request('lexi-outbox', { ifAvailable: true }, (lock) => lock !== null && work())
  },
  /** Sends what waits, one tab at a time. Ends when all is sent, or nothing more can be now. */
  flush(): Promise<void> {
    sending ??= send().finally(() => (sending = undefined))
    return sending
  },
  onSent(listener: () => void): () => void {
    sent.add(listener)
    return () => sent.delete(listener)
  },
}

export function startOutbox() {
  void count().then(() => outbox.flush())
  net.onReturn(() => void outbox.flush())
  setInterval(() => waiting > 0 && navigator.onLine && void outbox.flush(), 10_000)
}
