// Signing in and up. The username is made from the e-mail address; learners go by their name.
import { backend } from '../../api/client'
import type { ApiError } from '../../core/errors'
import { newId } from '../../core/clock.svelte'
import { session, type Tokens } from '../../core/session.svelte'
import { sayError } from '../../parts/texts'
import { words } from './texts'

export async function signIn(login: string, password: string): Promise<void> {
  const who = login.includes('@') ? { email: login.trim() } : { username: login.trim() }
  session.signIn((await backend.post('/api/v1/auth/login', { body: { ...who, password }, open: true })) as Tokens)
}

export async function signUp(name: string, email: string, password: string): Promise<void> {
  await backend.post('/api/v1/auth/register', {
    open: true,
    body: {
      email: email.trim(),
      username: usernameFrom(email),
      password,
      display_name: name.trim(),
      native_language: 'vi',
      target_language: 'en',
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone as 'Asia/Ho_Chi_Minh',
    },
  })
  await signIn(email, password)
}

function usernameFrom(email: string): string {
  const name = email.split('@')[0].normalize('NFD').replace(/[^a-zA-Z0-9]+/g, '').slice(0, 24).toLowerCase()
  return `${name || 'ban'}${newId().slice(0, 8)}`
}

export function sayRefusal(error: ApiError): string {
  if (error.code === 'RATE_LIMITED') return words().tooOften(error.retryAfter ?? 60)
  if (error.status === 401) return words().signInWrong
  return sayError(error)
}

export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}
