import { problem } from './problem.ts'

export function noSuchRush(): Response {
  return problem('no-such-rush', {
    detail: 'Check the id. Rushes are forgotten after a day, or after a hundred others.',
  })
}
