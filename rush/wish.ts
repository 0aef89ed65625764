import { z } from 'zod'

/** What is asked of a rush while it goes on. Cooks are counted from 0. */
export const Wish = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('hire') }),
  z.strictObject({ do: z.literal('walk-out'), cook: z.int().min(0) }),
  /** A guest comes into the cashier's line near the office, or leaves it. */
  z.strictObject({ do: z.enum(['stand', 'leave']), guest: z.string() }),
])
export type Wish = z.infer<typeof Wish>
