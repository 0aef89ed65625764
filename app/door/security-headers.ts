import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isApi } from './mend-request.ts'

const NOT_FOR_PAGES = "default-src 'none'; frame-ancestors 'none'"

/**
 * The headers that tell a browser what no answer of this server may do, on every answer.
 *
 * A page's scripts are those of this server, and inline those with the nonce of this one answer, which Next.js reads in the request.
 * Nothing here demands https: a kiosk in a restaurant's own network works over plain http.
 */
export function guardAnswer(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers['content-security-policy-report-only']
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // The address of a ticket opens it: nobody else is told.
  response.setHeader('Referrer-Policy', 'same-origin')

  if (isApi(request) || request.url?.startsWith('/_next/')) {
    delete request.headers['content-security-policy']
    response.setHeader('Content-Security-Policy', NOT_FOR_PAGES)
  } else {
    const policy = policyOfPage(randomBytes(16).toString('base64'))
    request.headers['content-security-policy'] = policy
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  }
}

/** Styles may be inline: televisions of 2018 cannot tell a style attribute, which the server's HTML needs, from a style element. */
function policyOfPage(nonce: string): string {
  const inDevelopment = process.env.NODE_ENV !== 'production'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    ...(inDevelopment ? ["connect-src 'self' ws:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
