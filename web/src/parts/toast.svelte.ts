// One short message at the foot of the page, read out by screen readers.
let text = $state('')
let timer: ReturnType<typeof setTimeout> | undefined

export const toast = {
  get text() {
    return text
  },
  say(next: string) {
    text = next
    clearTimeout(timer)
    timer = setTimeout(() => (text = ''), 4000)
  },
}
