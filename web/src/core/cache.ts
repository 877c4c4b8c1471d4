// What was read once can be read again without a network: the newest answer is kept, and given where
// the service is away.
import { db, type CacheRow } from './db'
import { asApiError } from './errors'
import { session } from './session.svelte'

export interface Kept<T> {
  value: T
  /** When it was read, if it is not of now. */
  keptAt?: Date
}

function id(name: string): string {
  return `${session.userId}|${name}`
}

export async function remember(name: string, value: unknown) {
  if (!session.userId) return
  const plain = JSON.parse(JSON.stringify(value))   // state proxies cannot be stored
  await db.put('cache', { id: id(name), user: session.userId, value: plain, at: Date.now() } satisfies CacheRow).catch(() => {})
}

export async function recall<T>(name: string): Promise<Kept<T> | undefined> {
  const row = await db.get<CacheRow>('cache', id(name)).catch(() => undefined)
  return row && { value: row.value as T, keptAt: new Date(row.at) }
}

export async function load<T>(name: string, read: () => Promise<T>): Promise<Kept<T>> {
  try {
    const value = await read()
    await remember(name, value)
    return { value }
  } catch (error) {
    const kept = asApiError(error).isAway ? await recall<T>(name) : undefined
    if (kept) return kept
    throw error
  }
}
