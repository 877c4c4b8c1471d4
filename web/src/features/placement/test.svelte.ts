// A short adaptive test: nine questions made by the AI service, whose level follows the answers. The
// level is the highest at which the learner had at least two of three right.
import { ai } from '../../api/client'
import { language } from '../../core/language.svelte'

export const LEVELS = ['A1', 'A2', 'B1'] as const
export type Level = (typeof LEVELS)[number]

export interface Question {
  level: Level
  instruction: string
  prompt: string
  options: string[]
  answer: string
}

const TOPICS = ['food', 'travel', 'family', 'work', 'health', 'shopping']
const PER_LEVEL = 3

async function questionsOf(level: Level, seed: number): Promise<Question[]> {
  const topic = TOPICS[(seed + LEVELS.indexOf(level) * 2) % TOPICS.length]
  const set = await ai.post('/api/v1/ai/generate/question', { body: { topic, level, type: 'multiple_choice', count: PER_LEVEL, seed }, timeout: 10000 })
  return set.items.map((item) => ({
    level,
    instruction: language.now === 'vi' ? item.instruction_vi : item.instruction,
    prompt: item.prompt,
    options: item.options,
    answer: item.answer,
  }))
}

export class PlacementTest {
  index = $state(0)
  level = $state<Level | undefined>()
  question = $state.raw() as Question
  private right: Record<Level, number> = { A1: 0, A2: 0, B1: 0 }

  private constructor(
    private readonly pool: Record<Level, Question[]>,
    private at: Level,
  ) {
    this.question = pool[at][0]
  }

  static async make(seed = Math.floor(Math.random() * 1000)): Promise<PlacementTest> {
    const [A1, A2, B1] = await Promise.all(LEVELS.map((level) => questionsOf(level, seed)))
    return new PlacementTest({ A1, A2, B1 }, 'A1')
  }

  get total(): number {
    return LEVELS.length * PER_LEVEL
  }

  answer(choice: string | undefined) {
    if (choice === this.question.answer) this.right[this.at] += 1
    const within = (this.index % PER_LEVEL) + 1
    if (within === PER_LEVEL && this.right[this.at] < 2) return this.end()
    this.index += 1
    if (this.index === this.total) return this.end()
    this.at = LEVELS[Math.floor(this.index / PER_LEVEL)]
    this.question = this.pool[this.at][this.index % PER_LEVEL]
  }

  private end() {
    const passed = LEVELS.filter((level) => this.right[level] >= 2)
    // Who masters a level is taught the next one, as far as there are courses.
    this.level = LEVELS[Math.min(passed.length, LEVELS.length - 1)]
  }
}
