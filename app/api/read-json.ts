import { CustomerLeft } from '#orders/refusals.ts'
import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/** The largest body that is read, and how long it may take to come. */
export const MOST_BYTES = 16 * 1024
const BODY_WITHIN_MS = 4_000

/** The request's JSON, unparsed by any schema; or the answers 415, 413, 408 and 400. */
export async function readJson(request: Request): Promise<unknown> {
  const [type] = (request.headers.get('content-type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new Refuse(problem('wrong-content-type', { detail: 'Send Content-Type: application/json.' }))
  }
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new Refuse(problem('wrong-content-type', { detail: 'Send it as it is, without Content-Encoding.' }))
  }

  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refuse(problem('not-json', { detail: 'Send one JSON object as the body.' }))
  }
}

/** Counts what really comes: a route handler has no limit of its own, and a length may be missing. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES) throw tooLarge()

  const reader = request.body?.getReader()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(tooSlow()), BODY_WITHIN_MS)
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { value } = (await Promise.race([reader?.read().catch(customerLeft), late.promise])) ?? {}
      if (!value) return text + decoder.decode()
      bytes += value.byteLength
      if (bytes > MOST_BYTES) throw tooLarge()
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    clearTimeout(timer)
  }
}

function customerLeft(error: unknown): never {
  throw new CustomerLeft('the customer left in the middle of a word', { cause: error })
}

function tooLarge(): Refuse {
  return new Refuse(problem('too-large', { detail: `Send at most ${MOST_BYTES / 1024} KiB.` }))
}

/** The connection ends with the answer: what is still to come on it would be taken for the next request. */
function tooSlow(): Refuse {
  const detail = `Send it within ${BODY_WITHIN_MS / 1000} seconds.`
  return new Refuse(problem('too-slow', { detail, headers: { Connection: 'close' } }))
}
