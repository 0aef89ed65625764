import type { Restaurant } from '#orders/restaurant.ts'

/** Writes an amount of minor units (cents) in the restaurant's currency and first language. */
export function moneyFormat({ languages, currency }: Restaurant): (minorUnits: number) => string {
  const format = new Intl.NumberFormat(languages[0], { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return minorUnits => format.format(minorUnits / 10 ** digits)
}
