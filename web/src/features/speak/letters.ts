// Which letters of a word spell which of its sounds, so that the letters can take the sounds' colours.
// English spelling has no rule for it: of all ways to share the letters out, the one with the usual spellings wins.

const SPELLINGS: Record<string, string> = {
  AA: 'o a ah au ow', AE: 'a ai', AH: 'a e i o u ou oo io', AO: 'o a aw au oa ough augh', AW: 'ow ou', AY: 'i y ie igh eye uy',
  EH: 'e ea ai a ie', ER: 'er ir ur or ear ar re our', EY: 'a ai ay ei ey ea eigh', IH: 'i y e u ui', IY: 'e ee ea ie y i ey ei eo',
  OW: 'o ow oa oe ough', OY: 'oy oi', UH: 'u oo ou o', UW: 'oo u ue ew ou o ui ough oe',
  B: 'b bb', CH: 'ch tch t', D: 'd dd ed', DH: 'th', F: 'f ff ph gh', G: 'g gg gh gu', HH: 'h wh', JH: 'j g dge dg', K: 'c k ck ch q cc x',
  L: 'l ll le', M: 'm mm mb mn', N: 'n nn kn gn', NG: 'ng n', P: 'p pp', R: 'r rr wr rh', S: 's ss c sc st', SH: 'sh s ss ti ci ch si',
  T: 't tt ed th ght bt', TH: 'th', V: 'v f ve', W: 'w wh u o', Y: 'y i u', Z: 'z s zz x', ZH: 's si z g',
}
const USUAL = Object.fromEntries(Object.entries(SPELLINGS).map(([sound, all]) => [sound, new Set(all.split(' '))]))
const LONGEST = 4

const SILENT = 1 // a letter that spells nothing, such as the b of "climb"
const SILENT_E = 0.9 // the commonest of them
const SHARED = 1.25 // a sound without a letter of its own, such as the second one of x
const ODD = 3 // a spelling that the table does not have

interface Way {
  cost: number
  /** For each letter so far the number of its sound, -1 for none. */
  owners: number[]
}

export interface Piece {
  text: string
  /** The numbers of its sounds; none for silent letters. */
  sounds: number[]
}

/** The word cut into pieces that spell one sound, seldom two. Every sound is in a piece. */
export function shareLetters(word: string, sounds: string[]): Piece[] {
  const letters = [...word]
  const plain = letters.map((letter) => letter.toLowerCase())
  let ways: (Way | undefined)[] = Array(letters.length + 1)
  ways[0] = { cost: 0, owners: [] }
  skipLetters(ways, plain)
  for (const [number, arpabet] of sounds.entries()) {
    const next: (Way | undefined)[] = Array(letters.length + 1)
    for (const [at, way] of ways.entries()) {
      if (!way) continue
      better(next, at, way.cost + SHARED, way.owners)
      for (let end = at + 1; end <= Math.min(letters.length, at + LONGEST); end += 1) {
        const isUsual = USUAL[arpabet.replace(/\d/, '')]?.has(plain.slice(at, end).join(''))
        if (!isUsual && end > at + 1) continue
        better(next, end, way.cost + (isUsual ? 0 : ODD), [...way.owners, ...Array(end - at).fill(number)])
      }
    }
    skipLetters(next, plain)
    ways = next
  }
  return pieces(letters, ways[letters.length]?.owners ?? letters.map(() => -1), sounds.length)
}

function better(ways: (Way | undefined)[], at: number, cost: number, owners: number[]) {
  const known = ways[at]
  if (!known || cost < known.cost) ways[at] = { cost, owners }
}

function silence(letter: string): number {
  if (!/\p{L}/u.test(letter)) return 0
  return letter === 'e' ? SILENT_E : SILENT
}

function skipLetters(ways: (Way | undefined)[], plain: string[]) {
  for (let at = 0; at < plain.length; at += 1) {
    const way = ways[at]
    if (way) better(ways, at + 1, way.cost + silence(plain[at]), [...way.owners, -1])
  }
}

function pieces(letters: string[], owners: number[], sounds: number): Piece[] {
  const all: Piece[] = []
  for (const [i, letter] of letters.entries()) {
    const last = all.at(-1)
    if (last && owners[i] === owners[i - 1]) last.text += letter
    else all.push({ text: letter, sounds: owners[i] < 0 ? [] : [owners[i]] })
  }
  for (let sound = 0; sound < sounds; sound += 1) {
    if (owners.includes(sound)) continue
    const before = all.findLast((piece) => piece.sounds.some((other) => other < sound)) ?? all[0]
    before?.sounds.push(sound)
    before?.sounds.sort((a, b) => a - b)
  }
  return all
}
