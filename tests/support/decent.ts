import assert from 'node:assert/strict'
import { Problem } from '#app/api/problem.ts'

export type Told = { status: number; headers: Headers; body: string; tookMs: number }

/** What Node's own parser says to bytes that are no request: nobody knows yet what was asked. */
const NO_REQUEST = [0, 400, 408, 413, 417, 431]
const MOST_MS = 5000

/**
 * Fails unless an answer is one that may be given to anybody: in time, with no fault of the server's but a 503, nothing of its
 * inside, and below /api a problem document when it is a refusal.
 */
export function assertDecent(path: string, { status, headers, body, tookMs }: Told): void {
  assert.ok(status < 500 || status === 503, `${path} is answered ${status}: ${body}`)
  assert.ok(tookMs < MOST_MS, `${path} took ${tookMs} ms`)
  assert.doesNotMatch(body, /\n\s+at .+:\d+|node_modules|\.next\/server/)
  assert.ok(!body.includes(process.cwd()), 'no path of the server')

  const isBare = NO_REQUEST.includes(status) && body === '' && headers.get('content-type') === null
  if (status < 400 || isBare || !isBelowApi(path)) return
  assert.equal(headers.get('content-type'), 'application/problem+json', path)
  if (body !== '' && !headers.has('content-encoding'))
    assert.equal(Problem.parse(JSON.parse(body)).status, status)
}

function isBelowApi(path: string): boolean {
  return /^\/api(?:\/|$)/.test(URL.parse(path, 'http://nugget')?.pathname ?? '')
}
