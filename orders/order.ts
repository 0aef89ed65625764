import { z } from 'zod'

export const MAX_LINES = 20
export const MAX_QUANTITY = 20

/** `missed`: left the wall uncollected; may still be collected. `attention`: needs a person, "See the counter". */
export const Status = z.enum(['preparing', 'ready', 'collected', 'missed', 'attention'])
export type Status = z.infer<typeof Status>

export const Stage = z.enum(['queued', 'cooking'])
export type Stage = z.infer<typeof Stage>

export const Dining = z.enum(['eat-in', 'take-away'])
export type Dining = z.infer<typeof Dining>

const QUANTITY = `must be a whole number from 1 to ${MAX_QUANTITY}`
const ITEM = 'must be the id of an item on the menu'

const RequestedItem = z.strictObject(
  {
    id: z.string(ITEM).min(1, ITEM).max(40, ITEM),
    quantity: z.int({ error: QUANTITY, abort: true }).min(1, QUANTITY).max(MAX_QUANTITY, QUANTITY),
  },
  'must be an object with an id and a quantity',
)

/** What a customer asks for: the body of `POST /api/{restaurant}/orders`. Its refusals say what each field must be. */
export const OrderRequest = z.strictObject(
  {
    items: z
      .array(RequestedItem, 'must be a list of items, each with an id and a quantity')
      .min(1, 'must hold at least one item')
      .max(MAX_LINES, `must hold at most ${MAX_LINES} items`),
    dining: z.enum(Dining.options, `must be ${Dining.options.join(' or ')}`).default('eat-in'),
  },
  'must be an object, like {"items":[{"id":"nuggets-6","quantity":1}]}',
)
export type OrderRequest = z.infer<typeof OrderRequest>

const Time = z.iso.datetime()

/** What the world may know of an order. Times are ISO 8601 UTC; `progress` counts portions. */
export const Order = z.strictObject({
  /** Unguessable; opens the ticket. Never on a board. */
  id: z.string(),
  /** The reference number on the wall. */
  number: z.int().positive(),
  restaurant: z.string(),
  status: Status,
  /** While preparing; null otherwise. */
  stage: Stage.nullable(),
  /** 1 is next; null when not queued. */
  position: z.int().positive().nullable(),
  progress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
  items: z.array(z.strictObject({ id: z.string(), name: z.string(), quantity: z.int().positive() })),
  dining: Dining,
  placedAt: Time,
  startedAt: Time.nullable(),
  readyAt: Time.nullable(),
  collectedAt: Time.nullable(),
})
export type Order = z.infer<typeof Order>
