import type { IncomingMessage } from 'node:http'
import { environment } from '#orders/environment.ts'
import { findRestaurant, RESERVED } from '#orders/restaurants.ts'

const KNOWN_TO_ROUTES = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** One that no address here takes: a route refuses it with 405 and those that it does take. */
const TAKEN_NOWHERE = 'PATCH'
/** No route is like it, so Next.js answers with the whole page that says so. */
const NO_PAGE = '/no/such/page'

/**
 * Sets right what Next.js would believe or stumble over. A client may send any `X-Forwarded-For`; and these would be answered 500:
 * an address with a malformed escape (`/%ff`), one that is none (`*`), the error page itself, a method that routes do not know,
 * and what the router of a page tells of itself, malformed.
 */
export function mendRequest(request: IncomingMessage): void {
  const { headers } = request
  const { trustProxy } = environment()
  if (!trustProxy || !headers['x-forwarded-for'])
    headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
  if (!trustProxy) delete headers['x-forwarded-host']

  request.url = mendAddress(request.url ?? '')
  if (isApi(request) && !KNOWN_TO_ROUTES.includes(request.method ?? '')) request.method = TAKEN_NOWHERE

  // No page here asks for a part of itself; one that does gets the whole. In development pages are made anew in parts.
  if (process.env.NODE_ENV === 'production') delete headers['next-router-state-tree']
}

export function isApi({ url }: IncomingMessage): boolean {
  return /^\/api(?:[/?]|$)/.test(url ?? '')
}

/** The address as a path, also when it was written in full, as to a proxy (RFC 9112, section 3.2.2). */
function mendAddress(url: string): string {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const decoded = decode(path)
  if (decoded.startsWith('/') && !decoded.startsWith('/_global-error'))
    return isScreenOfNobody(decoded) ? NO_PAGE : path
  return path.startsWith('/api/') ? '/api/no-such-address' : NO_PAGE
}

/** What a page itself finds missing, Next.js tells with scripts alone; on a television without them it would be a blank screen. */
function isScreenOfNobody(path: string): boolean {
  const screen = /^\/([^/?.]+)(?:\/?(?:\?|$)|\/(?:kiosk|display|orders\/([^/?]+)))/.exec(path)
  const [, slug = '', id] = screen ?? []
  if (slug === '' || RESERVED.includes(slug)) return false
  return !findRestaurant(slug) || (id !== undefined && !/^[0-9a-f-]{32,36}$/.test(id))
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
