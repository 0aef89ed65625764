import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { mendRequest } from './mend-request.ts'
import { refuseMethod } from './refuse-method.ts'
import { guardAnswer } from './security-headers.ts'

/** A request is a few hundred bytes: who needs longer keeps a connection busy, not the cashier. */
const HEADERS_WITHIN_MS = 10_000
const REQUEST_WITHIN_MS = 30_000

const FIRST_REQUEST = 'http.server.request.start'

/**
 * From here on every request passes the door before Next.js sees it. Next.js offers `proxy.ts` for that, which costs the API a
 * quarter of its rate; so the first request tells which server this is, and the door is hung before its listener.
 */
export function openDoor(): void {
  subscribe(FIRST_REQUEST, hang)

  function hang(message: unknown): void {
    unsubscribe(FIRST_REQUEST, hang)
    const { server } = message as { server: Server }
    server.headersTimeout = HEADERS_WITHIN_MS
    server.requestTimeout = REQUEST_WITHIN_MS

    // Nothing here speaks another protocol, and Next.js would hold such a connection for ever. In development it has its own.
    if (process.env.NODE_ENV === 'production') server.removeAllListeners('upgrade')

    const listeners = server.listeners('request') as RequestListener[]
    server.removeAllListeners('request')
    server.on('request', (request, response) => {
      if (admit(request, response)) for (const listener of listeners) listener.call(server, request, response)
    })
  }
}

/** Whether the request goes on to Next.js. Otherwise it is answered already. */
function admit(request: IncomingMessage, response: ServerResponse): boolean {
  mendRequest(request)
  guardAnswer(request, response)
  return !refuseMethod(request, response)
}
