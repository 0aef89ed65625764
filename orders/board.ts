import { z } from 'zod'

/** Each list of a board holds at most this many numbers; `counts` hold the truth. */
export const BOARD_LIST_LIMIT = 100

const Entry = z.strictObject({ number: z.int().positive(), since: z.iso.datetime() })
const Count = z.int().min(0)

/** What the wall shows: numbers, never who or what. Preparing oldest first, ready newest first. */
export const Board = z.strictObject({
  restaurant: z.string(),
  /** When the queue was read. */
  asOf: z.iso.datetime(),
  /** `stopped` when no kitchen process has shown life for ten seconds; `cooks` are those of the living ones. */
  kitchen: z.strictObject({ state: z.enum(['open', 'stopped']), cooks: Count }),
  preparing: z.array(Entry).max(BOARD_LIST_LIMIT),
  ready: z.array(Entry).max(BOARD_LIST_LIMIT),
  attention: z.array(Entry).max(BOARD_LIST_LIMIT),
  counts: z.strictObject({ preparing: Count, ready: Count, attention: Count }),
})
export type Board = z.infer<typeof Board>
