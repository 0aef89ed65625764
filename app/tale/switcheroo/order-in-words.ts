import type { Rush } from '#rush/rush.ts'
import { duration } from '../duration.ts'
import { capital } from '../in-words.ts'

/** What a customer's order goes by: the picture shows the number that it has near the office, once it has one. */
export function nameOfOrder(customer: number, number: number | null | undefined): string {
  return capital(`${number ? `number ${number}, ` : ''}customer ${customer}`)
}

/** The number that a customer sits with near the office. */
export function seatNumber({ sides }: Pick<Rush, 'sides'>, customer: number): number | null {
  return sides.office.seated.find(seat => seat.customer === customer)?.number ?? null
}

/** How it went near the office, or goes, in the words of HTTP. */
export function orderInShort(rush: Pick<Rush, 'sides' | 'clocks'>, customer: number): string {
  const { clocks, sides } = rush
  const clock = clocks.office.find(clock => clock.customer === customer)
  if (clock)
    return `Near my office: free with a 202 after ${duration(clock.counterMs)}, job completed after ${duration(clock.foodMs)}.`
  const number = seatNumber(rush, customer)
  if (number !== null) return `Near my office: answered 202, and waits for the board to say ${number}.`
  const left = sides.office.walkedOut.find(left => left.customer === customer)
  if (left) return `Near my office: gave up after ${duration(left.atMs - left.arrivedMs)}.`
  return 'Near my office: no 202 yet.'
}
