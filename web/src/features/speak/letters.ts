// The letters of a word with the sounds that they spell, so that letters can take the sounds' colours.
import type { SpokenWord } from '../../api/types'

export interface Piece {
  text: string
  /** Numbers of the word's phonemes; none for silent letters. */
  sounds: number[]
}

/** The word cut where its letters begin to spell other sounds. */
export function pieces(word: SpokenWord): Piece[] {
  const all: Piece[] = []
  for (let at = 0; at < word.word.length; at += 1) {
    const sounds = word.phonemes.flatMap(({ letters }, number) => (letters && letters.start <= at && at < letters.end ? [number] : []))
    const last = all.at(-1)
    if (last && last.sounds.join() === sounds.join()) last.text += word.word[at]
    else all.push({ text: word.word[at], sounds })
  }
  return all
}
