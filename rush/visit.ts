import { z } from 'zod'
import { Slip } from './slip.ts'

const Headers = z.record(z.string(), z.string())

/** One request as it went over HTTP, but for most of its key, and what was answered. */
export const Exchange = z.strictObject({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  sent: z.strictObject({ headers: Headers, body: z.string().nullable() }),
  /** When it was sent, in the story's time, and how long the answer took in ours. */
  atMs: z.number().min(0),
  tookMs: z.number().min(0),
  /** Null when the customer closed the connection before there was one. */
  got: z
    .strictObject({
      status: z.int(),
      headers: Headers,
      body: z.string(),
      /** The body was longer. */
      isShortened: z.boolean(),
    })
    .nullable(),
})
export type Exchange = z.infer<typeof Exchange>

/** What truly happened for one customer of a rush, on both sides. */
export const Visit = z.strictObject({
  customer: z.int().positive(),
  /** Near the apartment: the order, whose answer is the food. */
  apartment: z.strictObject({ exchanges: z.array(Exchange) }),
  /** Near the office: the order and the collection; the poll of the wall that brought the news; and what Redis holds of it. */
  office: z.strictObject({
    exchanges: z.array(Exchange),
    news: Exchange.nullable(),
    orderId: z.string().nullable(),
    slip: Slip.nullable(),
  }),
})
export type Visit = z.infer<typeof Visit>
