/**
 * What queueing theory says, in closed form. Rates are per millisecond and times in milliseconds; any other unit of time does
 * as well, as long as it is the same one. A station that gets more than it can do has no steady state: its wait is `null`,
 * for it grows without end.
 */

/** Mean and squared coefficient of variation (variance over the square of the mean) of a time. */
export type Spread = { mean: number; scv: number }

export const EXPONENTIAL_SCV = 1

/** How busy each of `servers` is, 1 being all the time. */
export function utilisation(rate: number, meanService: number, servers: number): number {
  return (rate * meanService) / servers
}

/**
 * The chance that one who comes finds all of `servers` busy and is turned away (M/M/c/c). `load` is in erlangs.
 * By the recursion of Erlang's first formula: Erlang 1917; Cooper, Introduction to Queueing Theory, 2nd ed. 1981, § 3.3.
 */
export function erlangB(load: number, servers: number): number {
  let blocked = 1
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked)
  return blocked
}

/**
 * The chance that one who comes has to wait (M/M/c), Erlang's second formula, from the first: Cooper 1981, § 3.4.
 * 1 when `load` is more than `servers` can do.
 */
export function erlangC(load: number, servers: number): number {
  const busy = load / servers
  if (busy >= 1) return 1
  const blocked = erlangB(load, servers)
  return blocked / (1 - busy * (1 - blocked))
}

/** Mean wait before service begins, several servers, all by chance (M/M/c). */
export function waitOfManyServers(rate: number, meanService: number, servers: number): number | null {
  const busy = utilisation(rate, meanService, servers)
  if (busy >= 1) return null
  return (erlangC(rate * meanService, servers) * meanService) / (servers * (1 - busy))
}

/**
 * Mean wait before service begins, one server, arrivals by chance, any service (M/G/1). Exact.
 * Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I, 1975, § 5.7.
 */
export function pollaczekKhinchine(rate: number, service: Spread): number | null {
  const busy = utilisation(rate, service.mean, 1)
  if (busy >= 1) return null
  return (busy * service.mean * (1 + service.scv)) / (2 * (1 - busy))
}

/**
 * Mean wait before service begins, several servers, anything (G/G/c): what M/M/c says, times the mean of the two spreads.
 * An approximation, but exact for M/M/c and M/G/1. Allen, Probability, Statistics and Queueing Theory, 2nd ed. 1990, § 5.3.
 */
export function allenCunneen(
  rate: number,
  arrivalScv: number,
  service: Spread,
  servers: number,
): number | null {
  const wait = waitOfManyServers(rate, service.mean, servers)
  return wait === null ? null : (wait * (arrivalScv + service.scv)) / 2
}

/**
 * How unevenly customers leave a station for the next one: the squared coefficient of variation of the time between them.
 * An approximation, but exact for M/M/c, which lets go by chance what came by chance (Burke 1956).
 * Whitt, The Queueing Network Analyzer, Bell System Technical Journal 62 (9), 1983, formulas (38) and (39), after Marshall 1968.
 */
export function departureScv(arrivalScv: number, serviceScv: number, busy: number, servers: number): number {
  const uneven = Math.max(serviceScv, 0.2) - 1
  return 1 + (1 - busy ** 2) * (arrivalScv - 1) + (busy ** 2 / Math.sqrt(servers)) * uneven
}
