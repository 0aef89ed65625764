/** Student's t for 19 degrees of freedom, two-sided (Fisher and Yates, Statistical Tables, 6th ed. 1963, table III). */
const T_19 = { 95: 2.093, 99.9: 3.883 } as const
const BATCHES = 20

/** `count` is of the latest values that it is made of. */
export type Interval = {
  count: number
  mean: number
  least: number
  most: number
  percent: keyof typeof T_19
}

/**
 * The mean of `values` and the interval in which the true one lies with `percent`. Neighbours in a line waited for the same people,
 * so their waits are alike: the values are put together in twenty batches in the order in which they came, whose means
 * hardly know of each other (batch means: Law, Simulation Modeling and Analysis, 5th ed. 2015, § 9.5.3).
 * Null when there are fewer than two for each batch.
 */
export function batchMeans(values: number[], percent: Interval['percent'] = 95): Interval | null {
  const size = Math.floor(values.length / BATCHES)
  if (size < 2) return null

  const kept = values.slice(values.length - size * BATCHES)
  const means = Array.from({ length: BATCHES }, (_, batch) =>
    meanOf(kept.slice(batch * size, (batch + 1) * size)),
  )
  const mean = meanOf(means)
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (BATCHES - 1)
  const reach = T_19[percent] * Math.sqrt(variance / BATCHES)
  return { count: kept.length, mean, least: mean - reach, most: mean + reach, percent }
}

export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
