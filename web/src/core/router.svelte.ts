// Pages by address, with the browser's own history. A page is left by a link or by `go`.
let path = $state(location.pathname)
let query = $state(new URLSearchParams(location.search))

function update() {
  path = location.pathname
  query = new URLSearchParams(location.search)
}

addEventListener('popstate', update)

export const route = {
  get path() {
    return path
  },
  get query() {
    return query
  },
}

export function go(to: string, options: { replace?: boolean } = {}) {
  if (to !== location.pathname + location.search) {
    history[options.replace ? 'replaceState' : 'pushState'](null, '', to)
  }
  update()
  scrollTo(0, 0)
}

/** Links of our own pages are followed without loading the client again. */
export function followLinks(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element).closest('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (/^\/(docs|redoc|api)\b/.test(link.pathname)) return
  event.preventDefault()
  if (link.hash && link.pathname === location.pathname) {
    document.getElementById(link.hash.slice(1))?.focus()
    return
  }
  go(link.pathname + link.search)
}

/** The values at `:name` of a pattern such as `/lessons/:id`, or nothing where the path differs. */
export function match(pattern: string, at: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = at.replace(/\/$/, '').split('/')
  if (wanted.length !== Math.max(given.length, 2)) return undefined
  const values: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(given[i])
    else if (part !== (given[i] ?? '')) return undefined
  }
  return values
}
