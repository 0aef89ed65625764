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

/** The kitchen has as much to cook as the restaurant takes on. */
export class LineFull extends Error {
  override name = 'LineFull'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('the line is full')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A person closed the intake for a while. */
export class IntakePaused extends Error {
  override name = 'IntakePaused'
}

/** The order is still being prepared, so nobody can have it yet. */
export class StillPreparing extends Error {
  override name = 'StillPreparing'
}

/** The body is JSON, but no order that this restaurant can cook. Pointers are RFC 6901, into the body. */
export class InvalidOrder extends Error {
  override name = 'InvalidOrder'
  readonly errors: { pointer: string; detail: string }[]

  constructor(errors: { pointer: string; detail: string }[]) {
    super('the order is not valid')
    this.errors = errors
  }
}

/** The customer closed the connection while standing in line. */
export class CustomerLeft extends Error {
  override name = 'CustomerLeft'
}
