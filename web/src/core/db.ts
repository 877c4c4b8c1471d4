// IndexedDB: what was read (cache) and what is yet to be sent (outbox), apart for each learner.
export interface CacheRow {
  id: string // user|name
  user: string
  value: unknown
  at: number
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('lexi', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('cache', { keyPath: 'id' }).createIndex('user', 'user')
      request.result.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true }).createIndex('user', 'user')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => {
      opened = undefined
      reject(request.error)
    }
  })
  return opened
}

type Store = 'cache' | 'outbox'

async function run<T>(store: Store, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(store, mode)
  const request = act(transaction.objectStore(store))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}

export const db = {
  get: <T>(store: Store, id: IDBValidKey) => run<T | undefined>(store, 'readonly', (s) => s.get(id)),
  /** The row's key. */
  put: (store: Store, row: unknown) => run(store, 'readwrite', (s) => s.put(row)),
  delete: (store: Store, id: IDBValidKey) => run(store, 'readwrite', (s) => s.delete(id)),
  ofUser: <T>(store: Store, user: string) => run<T[]>(store, 'readonly', (s) => s.index('user').getAll(user)),
  /** Everything that this device keeps of a learner. */
  async forget(user: string) {
    for (const store of ['cache', 'outbox'] as const) {
      const keys = await run(store, 'readonly', (s) => s.index('user').getAllKeys(user))
      for (const key of keys) await this.delete(store, key)
    }
  },
}
