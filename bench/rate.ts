import autocannon from 'autocannon'

const CONNECTIONS = 50
const SECONDS = 3
const ROUNDS = 7

type Load = Pick<autocannon.Options, 'url' | 'method' | 'headers' | 'body' | 'requests'>

/**
 * Requests a second of each load, measured in turns so that a noisy minute hits them alike; the median of the rounds.
 * Throws when an answer was not the one that is measured.
 */
export async function compareRates<Name extends string>(
  loads: Record<Name, Load & { expectStatus: number }>,
): Promise<Record<Name, number>> {
  const rates = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, load] of Object.entries<Load & { expectStatus: number }>(loads)) {
      rates.set(name, [...(rates.get(name) ?? []), await measure(load)])
    }
  }
  return Object.fromEntries([...rates].map(([name, all]) => [name, median(all)])) as Record<Name, number>
}

async function measure({ expectStatus, ...load }: Load & { expectStatus: number }): Promise<number> {
  await autocannon({ ...load, connections: CONNECTIONS, duration: 1 })
  const result = await autocannon({ ...load, connections: CONNECTIONS, duration: SECONDS })
  const statuses = Object.keys(result.statusCodeStats ?? {})
  if (result.errors > 0 || statuses.length !== 1 || statuses[0] !== String(expectStatus)) {
    throw new Error(
      `${load.url}: expected ${expectStatus} alone, got ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors`,
    )
  }
  return result.requests.total / result.duration
}

export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** The nearest-rank quantile. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
