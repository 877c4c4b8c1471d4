// The microphone as 16 kHz mono: what the AI service hears best, and the same in every browser.
import workletUrl from './recorder-worklet.js?url'
import { RATE } from './wav'

export type MicrophoneProblem = 'refused' | 'none' | 'insecure' | 'busy'

export class MicrophoneError extends Error {
  constructor(readonly problem: MicrophoneProblem) {
    super(problem)
  }
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return 'busy'
}

export interface Recording {
  /** Ends it: samples at 16 kHz, -1 to 1. */
  stop(): Promise<Float32Array>
  cancel(): void
}

/** Begins to record. `onLevel` is told the loudness, 0 to 1, about twenty times a second. */
export async function record(onLevel: (level: number, seconds: number) => void): Promise<Recording> {
  if (!navigator.mediaDevices?.getUserMedia) throw new MicrophoneError('insecure')
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true } })
  } catch (error) {
    throw new MicrophoneError(problemOf(error))
  }
  const context = new AudioContext()
  const blocks: Float32Array[] = []
  let length = 0
  let shownAt = 0
  try {
    await context.audioWorklet.addModule(workletUrl)
    await context.resume()
  } catch {
    stop()
    throw new MicrophoneError('busy')
  }
  const node = new AudioWorkletNode(context, 'recorder')
  node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    blocks.push(data)
    length += data.length
    if (length - shownAt < context.sampleRate / 20) return
    shownAt = length
    onLevel(loudness(data), length / context.sampleRate)
  }
  context.createMediaStreamSource(stream).connect(node)

  function stop() {
    for (const track of stream.getTracks()) track.stop()
    void context.close()
  }
  return {
    async stop() {
      const rate = context.sampleRate
      stop()
      const samples = new Float32Array(length)
      let at = 0
      for (const block of blocks) {
        samples.set(block, at)
        at += block.length
      }
      return resample(samples, rate)
    },
    cancel: stop,
  }
}

/** Speech at a hand's distance is near 0.5, a whisper near 0.2: decibels, not amplitudes. */
function loudness(block: Float32Array): number {
  let sum = 0
  for (const sample of block) sum += sample * sample
  const decibel = 10 * Math.log10(sum / block.length + 1e-10)
  return Math.min(1, Math.max(0, (decibel + 60) / 60))
}

async function resample(samples: Float32Array, rate: number): Promise<Float32Array> {
  if (samples.length === 0 || rate === RATE) return samples
  const offline = new OfflineAudioContext(1, Math.ceil((samples.length / rate) * RATE), RATE)
  const buffer = offline.createBuffer(1, samples.length, rate)
  buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0)
  const source = offline.createBufferSource()
  source.buffer = buffer
  source.connect(offline.destination)
  source.start()
  return (await offline.startRendering()).getChannelData(0)
}
