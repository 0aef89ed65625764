/**
 * Told apart by name, not by class: Next.js bundles this module once for pages and once for route handlers, and what
 * the one's lookout or counter throws, the other's `instanceof` must know.
 */
export class Refusal extends Error {
  static readonly called: string = 'Refusal'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.called
  }

  static override [Symbol.hasInstance](error: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: each subclass asks for its own name
    return error instanceof Error && error.name === this.called
  }
}

/**
 * Named outcomes of an order that was not taken, or not handed over. Each leaves nothing behind,
 * but `RedisAway`: there the outcome is unknown, and the same request with the same key finds out.
 */
export class RedisAway extends Refusal {
  static override readonly called = 'RedisAway'
}

/** The idempotency key was used before, with another order. */
export class KeyReused extends Refusal {
  static override readonly called = 'KeyReused'
}

/** The kitchen has as much to cook as the restaurant takes on. */
export class LineFull extends Refusal {
  static override readonly called = 'LineFull'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('the line is full')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A person closed the intake for a while. */
export class IntakePaused extends Refusal {
  static override readonly called = 'IntakePaused'
}

/** Nobody works here now, so nobody would cook it. */
export class RestaurantClosed extends Refusal {
  static override readonly called = 'RestaurantClosed'
}

/** The order is still being prepared, so nobody can have it yet. */
export class StillPreparing extends Refusal {
  static override readonly called = 'StillPreparing'
}

/** The restaurant knows no order by this id, or none any more. */
export class NoSuchOrder extends Refusal {
  static override readonly called = 'NoSuchOrder'
}

/** The body is JSON, but no order that this restaurant can cook. Pointers are RFC 6901, into the body. */
export class InvalidOrder extends Refusal {
  static override readonly called = 'InvalidOrder'
  readonly errors: { pointer: string; detail: string }[]

  constructor(errors: { pointer: string; detail: string }[]) {
    super('the order is not valid')
    this.errors = errors
  }
}

/** The customer closed the connection while standing in line. */
export class CustomerLeft extends Refusal {
  static override readonly called = 'CustomerLeft'
}
