// The learner's own record, read once and shared by the pages.
import { backend } from '../api/client'
import type { User } from '../api/types'
import { load } from './cache'
import { session } from './session.svelte'

let user = $state.raw<User | undefined>()

export const account = {
  get user() {
    return user
  },
  set(next: User | undefined) {
    user = next
  },
  async load(): Promise<void> {
    if (!session.userId) return
    user = (await load('me', () => backend.get('/api/v1/users/me'))).value
  },
}
