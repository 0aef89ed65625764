/** What standing does to people: how long they have stood, in the story's time, and what they look like by then. */
export const AGES = [
  { age: 'young', fromMs: 0, words: 'still young' },
  { age: 'greying', fromMs: 30_000, words: 'going grey' },
  { age: 'grey', fromMs: 75_000, words: 'grey and bearded' },
  { age: 'ancient', fromMs: 150_000, words: 'old, with a long white beard' },
] as const

export type Age = (typeof AGES)[number]['age']

export function ageOf(stoodMs: number): (typeof AGES)[number] {
  return AGES.findLast(({ fromMs }) => stoodMs >= fromMs) ?? AGES[0]
}
