/** A source of draws, uniform from 0 to below 1. */
export type Draw = () => number

/**
 * Mulberry32, by Tommy Ettinger (2017, public domain): small, fast, and good enough for people in a line.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function mulberry32(seed: number): Draw {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A source of its own for each thing that is drawn, so that to change one of them leaves the others as they were. */
export function drawFor(seed: number, what: string): Draw {
  let salt = 0x811c9dc5 // FNV-1a, 32 bits
  for (const letter of what) salt = Math.imul(salt ^ letter.charCodeAt(0), 0x01000193)
  return mulberry32(Math.floor(mulberry32(seed ^ salt)() * 2 ** 32))
}

/** Exponential: the time between things that happen by chance. */
export function exponential(draw: Draw, mean: number): number {
  return -Math.log(1 - draw()) * mean
}

/** Geometric from 1 on: a whole number, most often small, now and then large. */
export function geometric(draw: Draw, mean: number): number {
  return mean <= 1 ? 1 : 1 + Math.floor(Math.log(1 - draw()) / Math.log(1 - 1 / mean))
}

export function oneOf<T>(draw: Draw, choices: readonly T[]): T {
  const choice = choices[Math.floor(draw() * choices.length)]
  if (choice === undefined) throw new Error('there is nothing to choose from')
  return choice
}

export function between(draw: Draw, least: number, most: number): number {
  return least + draw() * (most - least)
}
