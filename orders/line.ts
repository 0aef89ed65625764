import { z } from 'zod'

/** The people who stand in line at a counter restaurant, the one being served among them. There are no numbers here. */
export const Line = z.strictObject({
  restaurant: z.string(),
  asOf: z.iso.datetime(),
  people: z.int().min(0),
})
export type Line = z.infer<typeof Line>
