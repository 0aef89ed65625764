import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem } from '#app/api/problem.ts'
import { isApi } from './mend-request.ts'

/**
 * Pages and pictures are there to be looked at. Next.js would take a POST for a call of a server action, of which there are none,
 * and answer 500 where a picture was sent something. Whether the request was refused here.
 */
export function refuseMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (isApi(request) || request.method === 'GET' || request.method === 'HEAD') return false

  const refusal = problem('method-not-allowed', {
    detail: 'Use GET, HEAD.',
    headers: { Allow: 'GET, HEAD' },
  })
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers))
  refusal.text().then(text => response.end(text))
  return true
}
