import { parseArgs } from 'node:util'

/** At least so many orders; and faults and chance from this seed. */
export type Plan = { orders: number; seed: number }

/** With fewer they come too slowly to tell when orders flow again; more do not fit into memory. */
const [LEAST_ORDERS, MOST_ORDERS] = [500, 20_000]
const MOST_SEED = 2 ** 32 - 1

/** From the command line. Throws one line that names what is wrong. */
export function readPlan(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: {
      orders: { type: 'string', default: '1000' },
      seed: { type: 'string', default: `${Math.floor(Math.random() * 1000)}` },
    },
  })
  return {
    orders: wholeNumber('--orders', values.orders, LEAST_ORDERS, MOST_ORDERS),
    seed: wholeNumber('--seed', values.seed, 0, MOST_SEED),
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new Error(`${name} must be a whole number from ${least} to ${most} (it is ${JSON.stringify(text)})`)
}
