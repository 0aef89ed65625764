import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/** The Idempotency-Key of a request that makes a `thing`; or the answers 400. */
export function readKey({ headers }: Request, thing: 'order' | 'rush' | 'cook' | 'turn'): string {
  const key = headers.get('idempotency-key')
  const detail = `Make a UUID for each ${thing}, and send it again with each repeat of that ${thing}.`
  if (key === null) throw new Refuse(problem('idempotency-key-missing', { detail }))
  if (!/^[\x21-\x7e]{8,255}$/.test(key)) {
    throw new Refuse(
      problem('idempotency-key-malformed', { detail: `8 to 255 visible ASCII characters. ${detail}` }),
    )
  }
  return key
}
