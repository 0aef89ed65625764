import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/** The largest body that is read. */
export const MOST_BYTES = 16 * 1024

/** The request's JSON, unparsed by any schema; or the answers 415, 413 and 400. */
export async function readJson(request: Request): Promise<unknown> {
  const [type] = (request.headers.get('content-type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new Refuse(problem('wrong-content-type', { detail: 'Send Content-Type: application/json.' }))
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

  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function tooLarge(): Refuse {
  return new Refuse(problem('too-large', { detail: `Send at most ${MOST_BYTES / 1024} KiB.` }))
}
