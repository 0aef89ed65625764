/**
 * Named outcomes of an order that was not taken, or not handed over. Each leaves nothing behind,
 * but `RedisAway`: there the outcome is unknown, and the same request with the same key finds out.
 */
export class RedisAway extends Error {
  override name = 'RedisAway'
}

/** The idempotency key was used before, with another order. */
export class KeyReused extends Error {
  override name = 'KeyReused'
}

/** The kitchen has more to cook than the restaurant takes on. */
export class LineFull extends Error {
  override name = 'LineFull'
  constructor(readonly retryAfterSeconds: number) {
    super('the line is full')
  }
}

/** A person closed the intake for a while. */
export class IntakePaused extends Error {
  override name = 'IntakePaused'
}

/** The order is not ready yet, so nobody can have it. */
export class StillPreparing extends Error {
  override name = 'StillPreparing'
}

/** The menu does not have it. Pointers are RFC 6901, into the request's body. */
export class InvalidOrder extends Error {
  override name = 'InvalidOrder'
  constructor(readonly errors: { pointer: string; detail: string }[]) {
    super('the order is not valid')
  }
}
