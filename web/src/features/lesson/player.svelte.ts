// One learner's way through one lesson. The Backend grades; without it answers are kept in the outbox
// and the lesson goes on.
import { backend } from '../../api/client'
import type { Answer, Attempt, Completion, Exercise, Hint, Lesson } from '../../api/types'
import { load, recall, remember } from '../../core/cache'
import { newId } from '../../core/clock.svelte'
import { ApiError, asApiError } from '../../core/errors'
import { net } from '../../core/net.svelte'
import { localAttempt, outbox } from '../../core/outbox.svelte'

export interface Given {
  answer?: string
  pairs?: Record<string, string>
  score?: number
  analysis_id?: string
}

export interface Mistake {
  exercise: Exercise
  given: Given
  answer: Answer
}

/** An attempt as this device keeps it, so that a reload without a network goes on in its middle. */
interface KeptAttempt {
  id: string
  hasUnsent: boolean
  exercises: Exercise[]
  done: string[]
}

type Phase = 'intro' | 'question' | 'feedback' | 'done'

export class Player {
  phase = $state<Phase>('intro')
  index = $state(0)
  isBusy = $state(false)
  result = $state.raw<Answer | 'queued' | undefined>()
  hint = $state.raw<Hint | undefined>()
  completion = $state.raw<Completion | 'queued' | undefined>()
  mistakes = $state.raw<Mistake[]>([])
  error = $state.raw<ApiError | undefined>()
  exercises = $state.raw<Exercise[]>([])

  private done: string[] = $state.raw([])
  private attemptId = ''
  private hasUnsent = false
  private began = Date.now()
  private asked = Date.now()

  constructor(readonly lesson: Lesson) {
    this.exercises = lesson.exercises
  }

  static async read(id: string): Promise<Lesson> {
    return (await load(`lesson/${id}`, () => backend.get('/api/v1/lessons/{id}', { params: { id } }))).value
  }

  get exercise(): Exercise {
    return this.exercises[this.index]
  }
  get answered(): number {
    return this.done.length
  }
  get isLast(): boolean {
    return this.index === this.exercises.length - 1
  }

  /** Begins, or goes on where the learner was. */
  async begin(restart = false) {
    await this.guarded(async () => {
      const key = newId()
      try {
        await this.sendKept()
        await backend.post('/api/v1/courses/{id}/enroll', { params: { id: this.lesson.course_id }, key: newId() })
        const attempt = await backend.post('/api/v1/lessons/{id}/attempts', { params: { id: this.lesson.id }, body: restart ? { restart } : {}, key })
        this.take(attempt)
      } catch (error) {
        if (!asApiError(error).isAway) throw error
        await this.beginAlone(key, restart)
      }
      this.mistakes = []
      this.completion = undefined
      this.began = Date.now()
      if (this.done.length === this.exercises.length) await this.complete()
      else this.ask()
    })
  }

  private take(attempt: Attempt) {
    this.attemptId = attempt.id
    this.hasUnsent = false
    this.exercises = attempt.exercises
    this.goOnAfter(attempt.answered.map((answer) => answer.exercise_id))
  }

  /** Without the Backend: where this device knows an attempt to be, else from the start. */
  private async beginAlone(key: string, restart: boolean) {
    const kept = restart ? undefined : (await recall<KeptAttempt | null>(this.keptName))?.value
    this.attemptId = kept?.id ?? localAttempt(this.lesson.id, key)
    this.hasUnsent = kept?.hasUnsent ?? true
    this.exercises = kept?.exercises ?? this.lesson.exercises
    this.goOnAfter(kept?.done ?? [])
  }

  private goOnAfter(done: string[]) {
    this.done = done
    const first = this.exercises.findIndex((exercise) => !done.includes(exercise.id))
    this.index = first < 0 ? this.exercises.length - 1 : first
    this.keep()
  }

  private get keptName(): string {
    return `attempt/${this.lesson.id}`
  }

  private keep() {
    const { attemptId: id, hasUnsent, exercises, done } = this
    void remember(this.keptName, { id, hasUnsent, exercises, done } satisfies KeptAttempt)
  }

  /** What was kept goes first, or the attempt would not be there yet; throws where it cannot. */
  private async sendKept() {
    if (this.hasUnsent || outbox.waiting > 0) {
      const sending = outbox.flush()
      if (net.online && !net.isAway('backend')) await sending   // else a learner would wait for each answer's deadline
      if (outbox.waiting > 0) throw new ApiError('OFFLINE', 0, 'earlier answers wait')
    }
    if (!this.hasUnsent) return
    this.attemptId = await outbox.attemptId(this.attemptId)
    this.hasUnsent = false
  }

  private ask() {
    this.result = undefined
    this.hint = undefined
    this.error = undefined
    this.phase = 'question'
    this.asked = Date.now()
  }

  async answer(given: Given) {
    const { exercise } = this
    const body = { exercise_id: exercise.id, ...given, time_spent_ms: Math.min(Date.now() - this.asked, 3_600_000) }
    const key = newId()
    await this.guarded(async () => {
      try {
        await this.sendKept()
        const result = await backend.post('/api/v1/attempts/{id}/answers', { params: { id: this.attemptId }, body, key, timeout: 12000 })
        this.result = result
        if (!result.is_correct) this.mistakes = [...this.mistakes, { exercise, given, answer: result }]
      } catch (error) {
        if (!asApiError(error).isAway) throw error
        await outbox.add({ kind: 'answer', attempt_id: this.attemptId, key, body })
        this.hasUnsent = true
        this.result = 'queued'
      }
      this.done = [...this.done, exercise.id]
      this.keep()
      this.phase = 'feedback'
    })
  }

  async askHint() {
    await this.guarded(async () => {
      await this.sendKept()
      this.hint = await backend.post('/api/v1/attempts/{id}/hints', { params: { id: this.attemptId }, body: { exercise_id: this.exercise.id } })
    })
  }

  async next() {
    if (this.isLast) return this.finish()
    this.index += 1
    this.ask()
  }

  /** Speaking needs a microphone and the AI service; without them the lesson goes on. */
  async skip() {
    await this.next()
  }

  async finish() {
    await this.guarded(() => this.complete())
  }

  private async complete() {
    const time_spent_seconds = Math.min(Math.round((Date.now() - this.began) / 1000), 86_400)
    const key = newId()
    try {
      await this.sendKept()
      this.completion = await backend.post('/api/v1/progress/lessons/{id}', {
        params: { id: this.lesson.id },
        body: { attempt_id: this.attemptId, time_spent_seconds },
        key,
      })
    } catch (error) {
      if (!asApiError(error).isAway) throw error
      await outbox.add({ kind: 'completion', lesson_id: this.lesson.id, attempt_id: this.attemptId, key, time_spent_seconds })
      this.completion = 'queued'
      void outbox.flush()
    }
    void remember(this.keptName, null)
    this.phase = 'done'
  }

  private async guarded(work: () => Promise<void>) {
    if (this.isBusy) return
    this.isBusy = true
    this.error = undefined
    try {
      await work()
    } catch (error) {
      this.error = asApiError(error)
    } finally {
      this.isBusy = false
    }
  }
}
