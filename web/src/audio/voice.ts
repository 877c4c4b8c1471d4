// The model voice: text to sound by the AI service, kept for the session.
import { ai } from '../api/client'

export interface Spoken {
  text?: string
  /** A lesson's sentence that the learner must not read: sealed by the Backend, opened by the AI service. */
  text_token?: string
}

const kept = new Map<string, Promise<Blob>>()
const player = new Audio()
let url = ''

export function voiceOf(what: Spoken, speed = 1): Promise<Blob> {
  const name = `${speed}|${what.text ?? what.text_token}`
  let sound = kept.get(name)
  if (!sound) {
    sound = ai
      .raw('post', '/api/v1/ai/tts', { body: { ...what, language: 'en', speed } as never, accept: 'audio/wav', timeout: 20000 })
      .then((answer) => answer.blob())
    sound.catch(() => kept.delete(name))
    kept.set(name, sound)
  }
  return sound
}

/** Resolves when the sound has ended, or another has begun. */
export async function play(sound: Blob, rate = 1): Promise<void> {
  player.pause()
  if (url) URL.revokeObjectURL(url)
  url = URL.createObjectURL(sound)
  player.src = url
  player.playbackRate = rate
  player.preservesPitch = true
  await player.play()
  await new Promise<void>((done) => {
    player.onended = player.onpause = () => done()
  })
}

export async function say(what: Spoken, speed = 1): Promise<void> {
  await play(await voiceOf(what, speed))
}
