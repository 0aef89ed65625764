import type { z } from 'zod'
import { Order } from '#orders/order.ts'
import type { Seen } from './history.ts'

type Asking = {
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
  body?: string
  /** Past this the client hangs up. */
  patienceMs: number
}

/** `from` and `to`: when it was asked, and answered in full or given up. Without `status` there was no whole answer. */
export type Answer = {
  from: number
  to: number
  status?: number
  trouble?: string
  headers: Headers
  text: string
}

/** One request. Never throws: what went wrong is said in `trouble`. */
export async function ask(url: string, { patienceMs, ...init }: Asking): Promise<Answer> {
  const from = Date.now()
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) })
    const text = await response.text()
    return { from, to: Date.now(), status: response.status, headers: response.headers, text }
  } catch (error) {
    return { from, to: Date.now(), trouble: wordsOf(error), headers: new Headers(), text: '' }
  }
}

/** The body as `schema` has it; or why it is not, in words. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): { data?: z.infer<Schema>; trouble?: string } {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? { data: parsed.data } : { trouble: `not as described: ${parsed.error.message}` }
  } catch {
    return { trouble: `not JSON: ${text.slice(0, 200)}` }
  }
}

export function parseSeen(text: string): { seen?: Seen; trouble?: string } {
  const { data, trouble } = parse(Order, text)
  if (!data) return { ...(trouble && { trouble }) }
  const { id, number, status, progress, placedAt, readyAt, collectedAt } = data
  return {
    seen: {
      id,
      number,
      status,
      done: progress.done,
      placedAt: Date.parse(placedAt),
      readyAt: readyAt ? Date.parse(readyAt) : null,
      collectedAt: collectedAt ? Date.parse(collectedAt) : null,
    },
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
