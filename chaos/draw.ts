/** Chance that can be had again: the same seed and name draw the same, however the threads of a run interleave. */
export type Draw = {
  /** From `low` up to, but not, `high`. */
  between: (low: number, high: number) => number
  /** The same, whole. */
  whole: (low: number, high: number) => number
  chance: (share: number) => boolean
  oneOf: <T>(choices: readonly [T, ...T[]]) => T
  shuffle: <T>(cards: readonly T[]) => T[]
  /** Milliseconds until the next of events that come `perSecond`, whenever the last one was (a Poisson process). */
  gapMs: (perSecond: number) => number
}

export function drawFrom(seed: number, name: string): Draw {
  const next = mulberry32(hash(`${seed} ${name}`))
  const between = (low: number, high: number) => low + next() * (high - low)
  const whole = (low: number, high: number) => Math.floor(between(low, high))
  return {
    between,
    whole,
    chance: share => next() < share,
    oneOf: choices => choices[whole(0, choices.length)] ?? choices[0],
    shuffle: cards =>
      cards
        .map(card => ({ card, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ card }) => card),
    gapMs: perSecond => (-Math.log(1 - next()) / perSecond) * 1000,
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, each result from 0 up to, but not, 1. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value
}
