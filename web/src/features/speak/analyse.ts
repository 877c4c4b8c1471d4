import { ai } from '../../api/client'
import type { Pronunciation, SpokenWord } from '../../api/types'
import { wav } from '../../audio/wav'

/** How the samples (16 kHz) say the text, judged by the AI service. */
export async function analyse(samples: Float32Array, text: string): Promise<Pronunciation> {
  const form = new FormData()
  form.append('audio', wav(samples), 'recording.wav')
  form.append('target_text', text)
  form.append('language', 'en')
  return ai.post('/api/v1/ai/pronunciation/analyze', { form, timeout: 60000 } as never)
}

export type Grade = 'good' | 'fair' | 'poor'

export function gradeOf(score: number): Grade {
  return score >= 75 ? 'good' : score >= 50 ? 'fair' : 'poor'
}

/** A sound that was said as another, or not at all, is poor whatever its score. */
export function gradeOfSound(sound: SpokenWord['phonemes'][number]): Grade {
  return sound.error_type === 'match' ? gradeOf(sound.score) : 'poor'
}
