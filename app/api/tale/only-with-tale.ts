import { problem } from '#app/api/problem.ts'
import { environment } from '#orders/environment.ts'

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/** With `TALE=off` there is nothing here. */
export function onlyWithTale<Rest extends unknown[]>(handler: Handler<Rest>): Handler<Rest> {
  return async (request, ...rest) =>
    environment().tale
      ? handler(request, ...rest)
      : problem('no-such-thing', { detail: 'The tale is not told here: TALE is off.' })
}
