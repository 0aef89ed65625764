import {
  CustomerLeft,
  IntakePaused,
  InvalidOrder,
  KeyReused,
  LineFull,
  NoSuchOrder,
  RedisAway,
  RestaurantClosed,
  StillPreparing,
} from '#orders/refusals.ts'
import {
  LastCook,
  NoRoomForCook,
  NoSuchCook,
  NoSuchRush,
  NotYourRush,
  RushNotOn,
  RushRunning,
} from '#rush/refusals.ts'
import { MOST_COOKS, MOST_HIRED } from '#rush/settings.ts'
import { noSuchOrder } from './no-such-order.ts'
import { noSuchRush } from './no-such-rush.ts'
import { problem } from './problem.ts'

const TRY_AGAIN_SECONDS = '2'
const PAUSE_SECONDS = '60'
/** nginx' status for a log; the client is gone and reads none. */
const CLIENT_CLOSED_REQUEST = 499

/** An answer that a handler throws, to end early. */
export class Refuse extends Error {
  readonly response: Response

  constructor(response: Response) {
    super('refused')
    this.response = response
  }
}

/** The problem document of a named outcome. What nobody foresaw is thrown on: it crashes the request and is logged. */
export function problemOf(error: unknown): Response {
  if (error instanceof Refuse) return error.response
  if (error instanceof InvalidOrder) {
    return problem('invalid-order', {
      detail: 'Correct what `errors` names and send it again.',
      errors: error.errors,
    })
  }
  if (error instanceof KeyReused) {
    return problem('key-reused', { detail: 'Send the same again, or make a new key for something new.' })
  }
  if (error instanceof NoSuchOrder) return noSuchOrder()
  if (error instanceof NoSuchRush) return noSuchRush()
  if (error instanceof NoSuchCook) {
    return problem('no-such-cook', { detail: 'Look at the cooks of the rush, and count from 0.' })
  }
  if (error instanceof NotYourRush) {
    return problem('not-your-rush', {
      detail: 'Send `Authorization: Bearer …` with the Idempotency-Key that the rush was started with.',
    })
  }
  if (error instanceof RushNotOn) {
    return problem('rush-not-on', { detail: 'Start one with POST /api/tale/rushes, and wait until it runs.' })
  }
  if (error instanceof NoRoomForCook) {
    return problem('no-room-for-cook', {
      detail: `At most ${MOST_COOKS} cook at a time, and at most ${MOST_HIRED} come to help in one rush.`,
    })
  }
  if (error instanceof LastCook) {
    return problem('last-cook', { detail: 'Let another cook come to help first.' })
  }
  if (error instanceof RushRunning) {
    const running = `/api/tale/rushes/${error.id}`
    return problem('rush-running', {
      detail: `Wait until ${running} is over. Who started it may end it with DELETE.`,
      headers: { Location: running },
    })
  }
  if (error instanceof StillPreparing) {
    return problem('still-preparing', { detail: 'Wait until it is ready, then collect it.' })
  }
  if (error instanceof RestaurantClosed) {
    return problem('restaurant-closed', {
      detail: 'Nothing was ordered. It is open while a rush is on: start one with POST /api/tale/rushes.',
    })
  }
  if (error instanceof LineFull) {
    return problem('line-full', {
      detail: 'Nothing was ordered: as much as it takes on waits to be cooked already.',
      headers: { 'Retry-After': String(error.retryAfterSeconds) },
    })
  }
  if (error instanceof IntakePaused) {
    return problem('intake-paused', {
      detail: 'Nothing was ordered. Please ask at the counter, or try again later.',
      headers: { 'Retry-After': PAUSE_SECONDS },
    })
  }
  if (error instanceof RedisAway) {
    return problem('redis-away', {
      detail: 'Send the same request with the same key again: nothing will happen twice.',
      headers: { 'Retry-After': TRY_AGAIN_SECONDS },
    })
  }
  if (error instanceof CustomerLeft) return new Response(null, { status: CLIENT_CLOSED_REQUEST })
  throw error
}
