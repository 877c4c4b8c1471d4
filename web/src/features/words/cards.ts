// Making cards: from the catalogue where it has the word, else in the learner's own words.
import { backend } from '../../api/client'
import { newId } from '../../core/clock.svelte'
import { asApiError } from '../../core/errors'

export interface NewCard {
  word: string
  translation: string
  example?: string
}

/** Is it new? A word that the learner has already is no error. */
async function post(body: object): Promise<boolean> {
  try {
    await backend.post('/api/v1/vocabulary', { body: body as never, key: newId() })
    return true
  } catch (error) {
    if (asApiError(error).status === 409) return false
    throw error
  }
}

async function inCatalogue(word: string) {
  const found = await backend.get('/api/v1/vocabulary', { query: { scope: 'catalogue', search: word, page_size: 20 } })
  return found.find((entry) => entry.word.toLowerCase() === word.toLowerCase())
}

/** Adds the catalogue's entries of these words; how many are new. */
export async function addWords(words: string[]): Promise<number> {
  let count = 0
  for (const word of words) {
    const entry = await inCatalogue(word)
    if (entry && (await post({ vocabulary_id: entry.vocabulary_id }))) count += 1
  }
  return count
}

export async function addEntry(vocabularyId: string): Promise<boolean> {
  return post({ vocabulary_id: vocabularyId })
}

export async function addCard(card: NewCard): Promise<boolean> {
  const entry = card.word.includes(' ') ? undefined : await inCatalogue(card.word)
  if (entry) return post({ vocabulary_id: entry.vocabulary_id })
  return post({ word: card.word, translation: card.translation, ...(card.example ? { example_sentence: card.example } : {}) })
}
