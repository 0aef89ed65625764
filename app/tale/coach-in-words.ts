import type { Customer } from '#rush/customers.ts'
import type { Voice } from './switcheroo/vocabulary.ts'

/** Said while somebody waits for the order of a whole coach. */
export const COACH: Record<Voice, (party: Customer) => string> = {
  restaurant: ({ name, portions }) =>
    `A coach stands at the door: customer ${name} is to bring ${portions} portions to it.`,
  abstract: ({ name, portions }) => `Client ${name} asked for ${portions} units of work at once.`,
  technical: ({ name, portions }) => `Client ${name} sent one order of ${portions} portions.`,
}
