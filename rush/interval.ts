/** Student's t with 95 % in between, by degrees of freedom: Fisher and Yates, Statistical Tables, 6th ed. 1963, table III. */
const T_95: Record<number, number> = { 4: 2.776, 9: 2.262, 19: 2.093 }
const BATCHES = 5

/** So many times over the line must have forgotten who was in it, and so many of these are left out as it begins empty. */
const FORGOTTEN_TIMES = 80
const WARM_UP_TIMES = 2
const FEWEST = 60

export type Interval = { mean: number; least: number; most: number }

/**
 * The interval in which the mean of the long run lies. Of such intervals at least nine in ten hold it: they are made for nineteen in
 * twenty, but batches of a line are never quite strangers to each other. `tests/unit/theory-interval.test.ts` counts them.
 *
 * Neighbours in a line waited for the same people, so their waits are alike. The values, in the order in which their customers
 * came, are put together in five batches that are so long that their means hardly know of each other (batch means: Law, Simulation
 * Modeling and Analysis, 5th ed. 2015, § 9.5.3), and the first ones are left out, as the line began empty (Welch's warm-up, ibid.
 * § 9.5.1). How long is long follows from how `busy` the station is. Null when `values` are fewer than `customersToTell`.
 */
export function batchMeans(values: number[], busy: number): Interval | null {
  if (values.length < customersToTell(busy)) return null
  const settled = values.slice(Math.ceil(WARM_UP_TIMES * customersToForget(busy)))
  return intervalOf(inBatches(settled, BATCHES).map(meanOf))
}

/** How many customers it takes to tell anything of the long run; endless when it has no mean. */
export function customersToTell(busy: number): number {
  return Math.max(FEWEST, Math.ceil(FORGOTTEN_TIMES * customersToForget(busy)))
}

/**
 * How many customers come until a line has forgotten who was in it: the relaxation time of M/M/1, 1 ÷ (μ (1 − √busy)²), in arrivals.
 * Of more servers it is the same number. Cohen, The Single Server Queue, 2nd ed. 1982; that the length of a run has to grow with it: Whitt,
 * Planning Queueing Simulations, Management Science 35 (11), 1989.
 */
function customersToForget(busy: number): number {
  return busy >= 1 ? Number.POSITIVE_INFINITY : busy / (1 - Math.sqrt(busy)) ** 2
}

/** As many batches of the latest of `values`, equally long, in their order. */
export function inBatches(values: number[], count: number): number[][] {
  const size = Math.floor(values.length / count)
  const kept = values.slice(values.length - size * count)
  return Array.from({ length: count }, (_, batch) => kept.slice(batch * size, (batch + 1) * size))
}

/** Of five, ten or twenty means that hardly know of each other, their mean and the interval of the true one (Student 1908). */
export function intervalOf(means: number[]): Interval {
  const t = T_95[means.length - 1]
  if (t === undefined) throw new Error(`there is no t for ${means.length} means`)
  const mean = meanOf(means)
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (means.length - 1)
  const reach = t * Math.sqrt(variance / means.length)
  return { mean, least: mean - reach, most: mean + reach }
}

export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
