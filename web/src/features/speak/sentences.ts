// What to read aloud where the learner has no sentence of their own: each full of the sounds that
// Vietnamese speakers find hard (final consonants, th, clusters, long and short vowels).
export const SENTENCES: Record<string, string[]> = {
  A1: [
    'Good morning. How are you today?',
    'My name is An, and I live in Hanoi.',
    'I have three brothers and two sisters.',
    'She likes rice, fish and fresh fruit.',
    'This is my house. That is my school.',
  ],
  A2: [
    'I usually get up at six and have breakfast with my family.',
    'Last weekend we visited my grandparents in the countryside.',
    'Could you tell me how to get to the station, please?',
    'The weather is much colder here than in the south.',
    'I think this shirt is cheaper, but that one fits better.',
  ],
  B1: [
    'If I had more time, I would learn to play the guitar.',
    'Three thousand students passed the test this month.',
    'I have worked with the same colleagues for almost five years.',
    'She asked whether the meeting had been changed to Thursday.',
    'Although it rained all night, the streets were not flooded.',
  ],
}

export function sentencesFor(level: string): string[] {
  return SENTENCES[level] ?? SENTENCES[level > 'B1' ? 'B1' : 'A1']
}
