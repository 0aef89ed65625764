const HOUR_SECONDS = 3600

/** Tickets and idempotency keys outlive the number on the wall by this much, and the time a number is held with it. */
export const KEEP_AFTER_THE_WALL_SECONDS = 4 * HOUR_SECONDS
export const KEEP_COLLECTED_SECONDS = 4 * HOUR_SECONDS

/** They are forgotten within a minute after it, by a kitchen that is open; whoever reads them looks no further back than this. */
export const KEEP_ATTENTION_SECONDS = 24 * HOUR_SECONDS
