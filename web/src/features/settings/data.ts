// A learner's data lie in two services that do not know each other: the client gathers and erases them.
import { ai, backend } from '../../api/client'
import { stamp } from '../../core/clock.svelte'
import { db } from '../../core/db'
import { session } from '../../core/session.svelte'

const PAGE = 100

async function every<T>(read: (page: number) => Promise<{ data: T[]; pages: number }>): Promise<T[]> {
  const all: T[] = []
  for (let page = 1; ; page += 1) {
    const { data, pages } = await read(page)
    all.push(...data)
    if (page >= pages) return all
  }
}

const query = (page: number) => ({ query: { page, page_size: PAGE } as never })

function allSessions() {
  return every((page) => ai.page('/api/v1/ai/chat/sessions', query(page)))
}

/** With all of its messages, which come in pages. */
async function wholeConversation(id: string) {
  const read = (page: number) => ai.page('/api/v1/ai/chat/sessions/{id}', { params: { id }, ...query(page) })
  const { data, pages } = await read(1)
  for (let page = 2; page <= pages; page += 1) data.messages.push(...(await read(page)).data.messages)
  return data
}

/** Everything of the learner as one JSON file. */
export async function exportData(): Promise<Blob> {
  const learning = await backend.get('/api/v1/users/me/export')
  const conversations = []
  for (const { id } of await allSessions()) conversations.push(await wholeConversation(id))
  const pronunciation = await every((page) => ai.page('/api/v1/ai/pronunciation/history', query(page)))
  const memory = await ai.get('/api/v1/ai/chat/memory')
  const all = { exported_at: stamp(), learning, tutor: { conversations, memory, pronunciation } }
  return new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' })
}

/** The AI service first: with the account gone, nobody could ask it any more. */
export async function eraseAccount(): Promise<void> {
  await ai.delete('/api/v1/ai/data')
  await backend.delete('/api/v1/users/me')
  await leave()
}

export async function signOut(): Promise<void> {
  const refresh_token = session.tokens?.refresh_token
  await backend.post('/api/v1/auth/logout', { body: { refresh_token } }).catch(() => {})   // this device forgets in any case
  await leave()
}

async function leave() {
  const user = session.userId
  if (user) await db.forget(user).catch(() => {})
  session.signOut()
}
