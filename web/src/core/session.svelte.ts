// Who is signed in. The tokens are shared by all tabs; one refresh is under way at a time, in all of
// them together, because a refresh token is spent by its use.
import { db, type CacheRow } from './db'
import { ApiError, readProblem } from './errors'

export interface Tokens {
  access_token: string
  refresh_token: string
  user_id: string
  username: string
  email: string
}

const KEY = 'lexi.tokens'

function stored(): Tokens | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

let tokens = $state.raw<Tokens | undefined>(stored())
/** The learner must give the password again; what waits for it goes on afterwards. */
let isExpired = $state(false)
let waiting: (() => void)[] = []

addEventListener('storage', (event) => {
  if (event.key !== KEY) return
  tokens = stored()
  if (tokens) settle()
})

function settle() {
  isExpired = false
  for (const resume of waiting) resume()
  waiting = []
}

export const session = {
  get tokens() {
    return tokens
  },
  get userId() {
    return tokens?.user_id
  },
  get isExpired() {
    return isExpired
  },
  signIn(next: Tokens) {
    tokens = next
    localStorage.setItem(KEY, JSON.stringify(next))
    settle()
  },
  signOut() {
    tokens = undefined
    localStorage.removeItem(KEY)
    settle()
  },
}

function withLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request('lexi-refresh', work) as Promise<T>) : work()
}

// What replaced a token, for the other tabs: another process may still read an old localStorage when
// it has the lock, never an old IndexedDB.
function renewalId(of: Tokens): string {
  return `${of.user_id}|renewal`
}

async function renewalOf(old: Tokens): Promise<Tokens | undefined> {
  const row = await db.get<CacheRow>('cache', renewalId(old)).catch(() => undefined)
  const renewal = row?.value as { replaces: string; by: Tokens } | undefined
  return renewal?.replaces === old.access_token ? renewal.by : undefined
}

async function keepRenewal(old: Tokens, by: Tokens) {
  const row: CacheRow = { id: renewalId(old), user: old.user_id, value: { replaces: old.access_token, by }, at: Date.now() }
  await db.put('cache', row).catch(() => {})
}

/** A token other than the one that was refused. Waits for the learner where the session is over. */
export async function freshToken(refused: string): Promise<string> {
  const renewed = await withLock(async () => {
    const current = stored()
    if (!current) throw new ApiError('AUTH_MISSING', 401, 'signed out')
    if (current.access_token !== refused) return current   // another tab was first
    const renewal = await renewalOf(current)
    if (renewal) return renewal
    let response: Response
    try {
      response = await fetch('/api/v1/auth/refresh', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ refresh_token: current.refresh_token }),
        signal: AbortSignal.timeout(15000),
      })
    } catch {
      throw new ApiError('OFFLINE', 0, 'no answer to the refresh')
    }
    if (response.ok) {
      const next = (await response.json()) as Tokens
      await keepRenewal(current, next)
      return next
    }
    const problem = await readProblem(response)
    if (problem.status !== 401 && problem.status !== 403 && problem.status !== 422) throw problem
    return renewalOf(current)   // where there are no locks, two tabs may have asked at once
  })
  if (renewed) {
    if (renewed.access_token !== tokens?.access_token) session.signIn(renewed)
    return renewed.access_token
  }
  isExpired = true
  await new Promise<void>((resume) => waiting.push(resume))
  if (!tokens) throw new ApiError('AUTH_MISSING', 401, 'signed out')
  return tokens.access_token
}
