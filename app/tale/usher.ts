import type { Person } from '#rush/rush.ts'

type Where = 'chairs' | 'line' | 'later' | 'gone'

/**
 * Shows the customers of one rush to their places in one restaurant, and remembers. Nobody is moved for somebody else, and where
 * it once was crowded it stays laid out for so many: nobody grows and shrinks with those who come and go.
 */
export class Usher {
  readonly #kept = new Map<Where, Map<Person, number>>()
  readonly #most = new Map<Where, number>()

  /** For each of `people` the place they had, or else the first free one. Whoever is not among them has left theirs. */
  keep(where: Where, people: Person[]): number[] {
    const before = this.#kept.get(where) ?? new Map<Person, number>()
    const now = new Map<Person, number>()
    const taken = new Set(people.map(one => before.get(one)))
    let free = 0
    const places = people.map(one => {
      while (taken.has(free)) free++
      const place = before.get(one) ?? free++
      now.set(one, place)
      return place
    })
    this.#kept.set(where, now)
    return places
  }

  /** The most who were there at a time, `now` being there. */
  most(where: Where, now: number): number {
    const most = Math.max(now, this.#most.get(where) ?? 0)
    this.#most.set(where, most)
    return most
  }
}
