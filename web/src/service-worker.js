// Keeps the client itself, so that it opens without a network. What a learner owns is kept by the
// client in IndexedDB (core/cache, core/outbox), never here: this cache knows no accounts.
// BUILD and FILES are written in front of this by vite.config.ts.
const CACHE = `lexi-${BUILD}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (!/^\/(docs|redoc|openapi\.json|metrics|health|ready)$/.test(url.pathname)) event.respondWith(page(request))
  } else if (FILES.includes(url.pathname)) {
    // The Backend varies its answers by Origin, which scripts and fonts are asked for with and addAll is not.
    event.respondWith(caches.match(url.pathname, { ignoreVary: true }).then((kept) => kept ?? fetch(request)))
  }
})

// The newest page where there is a network that answers soon, the kept one where there is not.
async function page(request) {
  const kept = await caches.match('/', { ignoreVary: true })
  try {
    return await fetch(request, { signal: AbortSignal.timeout(kept ? 3000 : 30000) })
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
