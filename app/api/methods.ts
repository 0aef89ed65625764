import { problem } from './problem.ts'
import { problemOf } from './problem-of.ts'
import { refuseOtherSites } from './refuse-other-sites.ts'

type Context = { params: Promise<unknown> }
type Handler<C extends Context> = (request: Request, context: C) => Promise<Response> | Response
type Method = 'GET' | 'POST' | 'DELETE'

/**
 * The exports of a route: its handlers, with what they throw turned into problem documents in this one place,
 * and 405 for every other method. What changes something is taken from our own pages and from programs, not from other sites.
 */
export function methods<C extends Context>(handlers: Partial<Record<Method, Handler<C>>>) {
  const allowed = Object.keys(handlers)
    .flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ')
  const refuse = () =>
    problem('method-not-allowed', { detail: `Use ${allowed}.`, headers: { Allow: allowed } })

  const tellMethods = () => new Response(null, { status: 204, headers: { Allow: allowed } })

  function guard(handler: Handler<C> | undefined): Handler<C> {
    if (!handler) return refuse
    return async (request, context) => {
      try {
        if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request)
        return await handler(request, context)
      } catch (error) {
        return problemOf(error)
      }
    }
  }

  return {
    GET: guard(handlers.GET),
    HEAD: guard(handlers.GET),
    POST: guard(handlers.POST),
    PUT: refuse,
    PATCH: refuse,
    DELETE: guard(handlers.DELETE),
    OPTIONS: tellMethods,
  }
}
