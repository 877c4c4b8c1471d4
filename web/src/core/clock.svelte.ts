// The learner's clock may be wrong by a day; what is done offline is dated by the server's. Every
// answer carries the server's time, from which the difference is kept.
const KEY = 'lexi.clock_offset'

let offset = $state(Number(localStorage.getItem(KEY)) || 0)

/** Taken from an answer's `meta.timestamp`. A few seconds are the network's, not the clock's. */
export function hearServerTime(timestamp: string) {
  const difference = Date.parse(timestamp) - Date.now()
  if (Number.isNaN(difference)) return
  offset = Math.abs(difference) < 5000 ? 0 : difference
  localStorage.setItem(KEY, String(offset))
}

/** Now, as the server would say it. */
export function now(): Date {
  return new Date(Date.now() + offset)
}

/** How many hours this device's clock is away from the server's; below one hour none. */
export function clockErrorHours(): number {
  const hours = Math.abs(offset) / 3_600_000
  return hours >= 1 ? Math.round(hours) : 0
}

/** An RFC 3339 time for the services. */
export function stamp(date = now()): string {
  return date.toISOString()
}

export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))   // a page that is served without TLS
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
