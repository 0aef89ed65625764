/**
 * What becomes of customers who stand in one line for `servers`, first come first served: when each is done, by arithmetic alone
 * (Kiefer and Wolfowitz 1955; for one server Lindley 1952).
 */
export function standInLine(
  customers: { arrivesMs: number; serviceMs: number }[],
  servers: number,
): number[] {
  const free = Array<number>(servers).fill(0)
  const done: number[] = []
  const turns = customers.map((customer, index) => ({ ...customer, index }))
  for (const { index, arrivesMs, serviceMs } of turns.sort((one, other) => one.arrivesMs - other.arrivesMs)) {
    const soonest = free.indexOf(Math.min(...free))
    const endsMs = Math.max(arrivesMs, free[soonest] ?? 0) + serviceMs
    free[soonest] = endsMs
    done[index] = endsMs
  }
  return done
}
