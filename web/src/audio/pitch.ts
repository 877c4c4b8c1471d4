// The melody of speech: the fundamental frequency of each 10 ms, by normalised autocorrelation.
import { RATE } from './wav'

const HOP = RATE / 100
const WINDOW = (RATE / 1000) * 40
const LOWEST = 70
const HIGHEST = 400
const VOICED = 0.55      // of a perfect repetition; below, there is no pitch
const SILENCE = 0.008

/** Hertz at each hundredth of a second; 0 where there is no voice. */
export function pitch(samples: Float32Array): number[] {
  const track: number[] = []
  for (let at = 0; at + WINDOW <= samples.length; at += HOP) track.push(pitchAt(samples.subarray(at, at + WINDOW)))
  return smooth(track)
}

function pitchAt(window: Float32Array): number {
  let energy = 0
  for (const sample of window) energy += sample * sample
  if (Math.sqrt(energy / window.length) < SILENCE) return 0
  let best = 0
  let bestLag = 0
  for (let lag = Math.floor(RATE / HIGHEST); lag <= RATE / LOWEST; lag += 1) {
    let product = 0
    let left = 0
    let right = 0
    for (let i = 0; i + lag < window.length; i += 2) {
      product += window[i] * window[i + lag]
      left += window[i] * window[i]
      right += window[i + lag] * window[i + lag]
    }
    const likeness = product / Math.sqrt(left * right + 1e-12)
    // A little more is asked of a longer period, or every octave below would do as well.
    if (likeness > best * 1.02) {
      best = likeness
      bestLag = lag
    }
  }
  return best > VOICED ? RATE / bestLag : 0
}

// The median of five takes out single jumps by an octave.
function smooth(track: number[]): number[] {
  return track.map((value, i) => {
    if (value === 0) return 0
    const near = track.slice(Math.max(0, i - 2), i + 3).filter((other) => other > 0)
    return near.length < 3 ? 0 : near.sort((a, b) => a - b)[near.length >> 1]
  })
}

/** Semitones around the speaker's own middle, so that a low and a high voice can be compared. */
export function semitones(track: number[]): (number | null)[] {
  const voiced = track.filter((value) => value > 0).sort((a, b) => a - b)
  const middle = voiced[voiced.length >> 1] ?? 1
  return track.map((value) => (value > 0 ? 12 * Math.log2(value / middle) : null))
}

/** The loudest sample of each of `count` equal parts, for drawing. */
export function envelope(samples: Float32Array, count: number): number[] {
  const size = Math.max(1, Math.floor(samples.length / count))
  return Array.from({ length: count }, (_, part) => {
    let peak = 0
    for (let i = part * size; i < Math.min(samples.length, (part + 1) * size); i += 1) peak = Math.max(peak, Math.abs(samples[i]))
    return peak
  })
}
