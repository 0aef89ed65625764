import { problem } from './problem.ts'

/** The same words for an id that never was and for one that was forgotten. */
export function noSuchOrder(): Response {
  return problem('no-such-order', {
    detail: 'Check the id. Orders are forgotten some hours after they were collected.',
  })
}
