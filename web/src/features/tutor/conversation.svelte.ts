// One conversation with the tutor: what was said, what is being said, and its end, which the Backend
// is told of as an activity (the services never call each other; the client joins them).
import { ai } from '../../api/client'
import type { CardSuggestion, ChatReply, Correction, Scenario } from '../../api/types'
import { newId, stamp } from '../../core/clock.svelte'
import { ApiError, asApiError } from '../../core/errors'
import { outbox } from '../../core/outbox.svelte'
import { events } from '../../core/sse'

export interface Message {
  id: string
  from: 'you' | 'tutor'
  text: string
  meaning?: string
  corrections?: Correction[]
  cards?: CardSuggestion[]
  isUnsent?: boolean
}

const SHORTEST = 5 // seconds; less is no activity
const LONGEST = 3600

export class Conversation {
  messages = $state<Message[]>([])
  suggestions = $state.raw<string[]>([])
  streaming = $state<string | undefined>()
  rolePlay = $state.raw<ChatReply['role_play']>()
  error = $state.raw<ApiError | undefined>()
  scenario = $state.raw<Scenario | undefined>()
  sessionId = $state<string | undefined>()
  isScripted = $state(false)

  private level: string | undefined
  private abort: AbortController | undefined
  private began = 0
  private isRecorded = false

  constructor(sessionId: string | undefined, scenario: Scenario | undefined, level: string | undefined) {
    this.sessionId = sessionId
    this.scenario = scenario
    this.level = level
    if (scenario && !sessionId) {
      this.messages = [{ id: newId(), from: 'tutor', text: scenario.opening, meaning: scenario.opening_vi }]
    }
  }

  async read() {
    if (!this.sessionId) return
    const session = await ai.get('/api/v1/ai/chat/sessions/{id}', { params: { id: this.sessionId }, query: { page_size: 100 } as never })
    this.messages = session.messages.map((message) => ({ id: message.message_id, from: message.role === 'user' ? 'you' : 'tutor', text: message.content }))
    return session
  }

  async send(text: string, again?: Message) {
    if (this.streaming !== undefined) return
    this.began ||= Date.now()
    const message: Message = again ?? { id: newId(), from: 'you', text }
    if (!again) this.messages.push(message)
    const mine = this.messages.find((each) => each.id === message.id) ?? message
    mine.isUnsent = false
    this.suggestions = []
    this.error = undefined
    this.streaming = ''
    this.abort = new AbortController()
    try {
      await this.stream(mine).catch((error) => {
        // A role-play can be played by its script until the model is there.
        if (asApiError(error).code !== 'MODEL_LOADING' || !this.scenario || this.sessionId) throw error
        this.isScripted = true
        return this.stream(mine)
      })
    } catch (error) {
      if (this.abort.signal.aborted) this.keepPart()
      else {
        mine.isUnsent = true
        this.error = asApiError(error)
      }
    } finally {
      this.streaming = undefined
    }
  }

  private async stream(mine: Message) {
    const response = await ai.raw('post', '/api/v1/ai/chat', {
      key: mine.id,
      accept: 'text/event-stream',
      signal: this.abort?.signal,
      timeout: 60000,
      body: {
        message: mine.text,
        stream: true,
        native_language: 'vi',
        ...(this.sessionId ? { session_id: this.sessionId } : {}),
        ...(this.level ? { user_level: this.level } : {}),
        ...(this.scenario && !this.sessionId ? { scenario_id: this.scenario.id, scripted: this.isScripted } : {}),
      } as never,
    })
    for await (const { event, data } of events(response)) {
      const value = JSON.parse(data)
      if (event === 'token') this.streaming += value.text
      else if (event === 'correction') mine.corrections = [...(mine.corrections ?? []), value]
      else if (event === 'error') throw new ApiError(value.error?.code ?? 'INTERNAL_ERROR', value.status ?? 500, value.detail ?? '')
      else if (event === 'done') return this.take(value, mine)
    }
    throw new ApiError('OFFLINE', 0, 'the stream ended early')
  }

  private take(reply: ChatReply, mine: Message) {
    this.sessionId = reply.session_id
    mine.corrections = reply.corrections
    this.messages.push({ id: reply.message_id, from: 'tutor', text: reply.reply, meaning: reply.role_play?.reply_vi ?? undefined, cards: reply.card_suggestions })
    this.suggestions = reply.role_play?.example ? [reply.role_play.example, ...reply.suggestions] : reply.suggestions
    this.rolePlay = reply.role_play
    if (reply.role_play?.ended) this.record()
  }

  stop() {
    this.abort?.abort()
  }

  private keepPart() {
    if (this.streaming) this.messages.push({ id: newId(), from: 'tutor', text: `${this.streaming} …` })
  }

  /** The time spent here goes to the Backend, once, as soon as there is a network. */
  record() {
    const duration = Math.min(Math.round((Date.now() - this.began) / 1000), LONGEST)
    if (!this.began || this.isRecorded || duration < SHORTEST) return
    this.isRecorded = true
    void outbox.add({ kind: 'activity', key: newId(), activity_type: 'ai_chat', duration, occurred_at: stamp() }).then(() => outbox.flush())
  }
}
