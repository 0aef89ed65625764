import { z } from 'zod'

export const Preset = z.enum(['quiet', 'lunch', 'coach', 'walk-out', 'overload'])
export type Preset = z.infer<typeof Preset>

/** So many customers may be expected in one rush. */
export const MOST_CUSTOMERS = 600

/** Processes that a rush may have cooking at a time. */
export const MOST_COOKS = 8

/** Cooks who may come to help in one rush, one after the other. */
export const MOST_HIRED = 16

/** So long, in real minutes, both restaurants may be open for guests alone; meanwhile there is no rush. */
const LONGEST_FOR_GUESTS = 2

/** So long, in real minutes, customers may go on coming, and so long after they opened the doors are closed, whoever still waits. */
const LONGEST_COMING = 10
const LONGEST_OPEN = 15

/** After the last customer came the restaurants stay open for so long; then whoever still waits goes home. */
const CLOSING_AFTER_MS = 30 * 60_000

/** Where fewer come, one would wait for minutes to see the first. */
export const FEWEST_A_MINUTE = 0.5

/** Past it the time that an order is on its way is no longer small beside the story's own. */
const MOST_A_REAL_MINUTE = 1_200

const LIMITS = {
  seed: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  perMinute: z.number().min(0).max(60),
  size: z.number().min(1).max(8),
  minutes: z.number().min(0.5).max(30),
  // The limits below divide by it.
  speed: z.number().min(1, { abort: true }).max(60),
  apartmentHands: z.int().min(1).max(12),
  clerks: z.int().min(1).max(4),
  cooks: z.int().min(1).max(MOST_COOKS),
  patienceMinutes: z.number().min(0.5).max(60).nullable(),
  coachPortions: z.int().min(0).max(60),
  cookWalksOut: z.boolean(),
}

/** All that a rush is made of. Equal settings are equal customers; times are those of the story. */
export const RushSettings = z.strictObject({
  preset: Preset,
  /** All chance comes from it: the same seed gives the same customers, orders and patience. */
  seed: LIMITS.seed,
  /** Customers who arrive in a minute, on average: half a customer or more. With 0 nobody comes, and both restaurants are open for guests. */
  perMinute: LIMITS.perMinute,
  /** Portions of an order, on average. */
  size: LIMITS.size,
  /** How long customers go on arriving. */
  minutes: LIMITS.minutes,
  /** Minutes of story in a minute. */
  speed: LIMITS.speed,
  /** People near the apartment, each of whom takes an order and then cooks it. */
  apartmentHands: LIMITS.apartmentHands,
  /** People at the counter near the office, who take orders. */
  clerks: LIMITS.clerks,
  /** People behind it, who cook: a kitchen process each. */
  cooks: LIMITS.cooks,
  /** How long customers stand before they walk out, on average; with null they stay for ever. */
  patienceMinutes: LIMITS.patienceMinutes,
  /** Portions of the one giant order; 0 is none. */
  coachPortions: LIMITS.coachPortions,
  /** One cook near the office leaves in the middle of an order: `kill -9`. */
  cookWalksOut: LIMITS.cookWalksOut,
})
export type RushSettings = z.infer<typeof RushSettings>

type Scene = Omit<RushSettings, 'seed' | 'preset' | 'apartmentHands'>

const QUIET: Scene = {
  perMinute: 3,
  size: 2,
  minutes: 5,
  speed: 10,
  clerks: 1,
  cooks: 2,
  patienceMinutes: 5,
  coachPortions: 0,
  cookWalksOut: false,
}

/** What each preset sets; a request may set any of it otherwise. */
export const PRESETS: Record<Preset, Scene> = {
  quiet: QUIET,
  lunch: { ...QUIET, perMinute: 8, size: 2.5, cooks: 3 },
  coach: { ...QUIET, coachPortions: 40 },
  'walk-out': { ...QUIET, perMinute: 6, cooks: 3, speed: 5, cookWalksOut: true },
  overload: { ...QUIET, perMinute: 18, size: 2.5, clerks: 2, cooks: 3, patienceMinutes: 2 },
}

/** A rush as it is asked for: a seed, a preset, and what is to be otherwise. */
export const RushRequest = z
  .strictObject({ preset: Preset.default('lunch'), ...LIMITS })
  .partial()
  .extend({ seed: LIMITS.seed })
  .superRefine((request, context) => {
    const { perMinute, minutes, speed, cooks, cookWalksOut } = settingsOf(request)
    if (perMinute * speed > MOST_A_REAL_MINUTE) {
      const message = `must be less: at most ${MOST_A_REAL_MINUTE / 60} customers may come in a real second`
      context.addIssue({ code: 'custom', path: ['speed'], message })
    }
    if (perMinute * minutes > MOST_CUSTOMERS) {
      const message = `must be fewer: at most ${MOST_CUSTOMERS} customers are expected in a rush`
      context.addIssue({ code: 'custom', path: ['perMinute'], message })
    }
    if (perMinute > 0 && perMinute < FEWEST_A_MINUTE) {
      const message = `must be ${FEWEST_A_MINUTE} at least, or 0: then both restaurants are open for guests`
      context.addIssue({ code: 'custom', path: ['perMinute'], message })
    }
    if (minutes > LONGEST_COMING * speed) {
      const message = `must be less: customers may come for ${LONGEST_COMING} real minutes at most, at that speed`
      context.addIssue({ code: 'custom', path: ['minutes'], message })
    } else if (perMinute === 0 && minutes > LONGEST_FOR_GUESTS * speed) {
      const message = `must be less: at most ${LONGEST_FOR_GUESTS} real minutes are for guests alone`
      context.addIssue({ code: 'custom', path: ['minutes'], message })
    }
    if (cookWalksOut && cooks < 2) {
      context.addIssue({ code: 'custom', path: ['cooks'], message: 'must be 2 at least when one walks out' })
    }
  })
export type RushRequest = z.input<typeof RushRequest>

/** When the doors are closed, in the story's time, should anybody still be there. */
export function closesAtMs({ minutes, speed }: RushSettings): number {
  return Math.min(minutes * 60_000 + CLOSING_AFTER_MS, LONGEST_OPEN * 60_000 * speed)
}

/** The whole of what a request asks for. Fair unless it says otherwise: as many hands on both sides. */
export function settingsOf({ preset = 'lunch', ...request }: RushRequest): RushSettings {
  const scene = { ...PRESETS[preset], ...request }
  return { preset, ...scene, apartmentHands: request.apartmentHands ?? scene.clerks + scene.cooks }
}
