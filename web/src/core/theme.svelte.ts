// Light, dark, or as the device has it.
export type Theme = 'auto' | 'light' | 'dark'

const KEY = 'lexi.theme'

let current = $state<Theme>((localStorage.getItem(KEY) as Theme) ?? 'auto')

function show() {
  if (current === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = current
}
show()

export const theme = {
  get now(): Theme {
    return current
  },
  set(next: Theme) {
    current = next
    localStorage.setItem(KEY, next)
    show()
  },
}
