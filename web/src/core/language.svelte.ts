// The interface speaks Vietnamese or English; texts stand beside the feature that shows them.
export type Language = 'vi' | 'en'

const KEY = 'lexi.language'

function initial(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
}

let current = $state<Language>(initial())

export const language = {
  get now(): Language {
    return current
  },
  set(next: Language) {
    current = next
    localStorage.setItem(KEY, next)
    document.documentElement.lang = next
  },
}

document.documentElement.lang = initial()

/** A feature's texts: `const words = texts({…vi}, {…en})`, then `words().title` in its markup. */
export function texts<T>(vi: T, en: NoInfer<T>): () => T {
  return () => (current === 'en' ? en : vi)
}

/** The text of the interface's language, of two that the services give. */
export function pick(vi: string | null | undefined, en: string | null | undefined): string {
  return (current === 'vi' ? vi || en : en || vi) ?? ''
}

const LOCALE = { vi: 'vi-VN', en: 'en-GB' }

export function formatNumber(value: number, digits = 0): string {
  return value.toLocaleString(LOCALE[current], { maximumFractionDigits: digits })
}

export function formatPercent(share: number): string {
  return share.toLocaleString(LOCALE[current], { style: 'percent', maximumFractionDigits: 0 })
}

export function formatDate(date: Date, options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' }): string {
  return date.toLocaleDateString(LOCALE[current], options)
}

/** "3 ngày", "10 phút": how long until a card comes back. */
export function formatInterval(seconds: number): string {
  const steps: [number, 'minute' | 'hour' | 'day' | 'month' | 'year'][] = [
    [86400 * 365, 'year'],
    [86400 * 30, 'month'],
    [86400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ]
  const [size, unit] = steps.find(([size]) => seconds >= size) ?? [60, 'minute' as const]
  const count = Math.max(1, Math.round((seconds / size) * 10 >= 100 || unit === 'minute' || unit === 'hour' || unit === 'day' ? seconds / size : Math.round((seconds / size) * 10) / 10))
  return new Intl.NumberFormat(LOCALE[current], { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
