import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Board } from './board.ts'
import { byOurClock } from './by-our-clock.ts'
import { onePerProcess } from './one-per-process.ts'
import { type Reading, readRestaurant } from './read-restaurant.ts'
import { inTime, openFailFast, untilReady, withRedis } from './redis.ts'
import { NoSuchOrder, RedisAway } from './refusals.ts'
import type { Restaurant } from './restaurant.ts'
import { keyOf, QUEUE_NAME } from './script.ts'
import { shuttingDown } from './shutdown.ts'
import { type Snapshot, snapshot, stampedSnapshot, View } from './view.ts'

type Latest = { reading: Reading; snapshot: Snapshot; at: number }

const READ_AT_LEAST_EVERY_MS = 1000
const READ_AT_MOST_EVERY_MS = 50
/** A reading of thousands of tickets takes Redis long enough to keep others waiting: it rests this many times as long. */
const REST_PER_READING = 4
/** But it takes no longer than that: the rest is the wire, on which nobody waits. */
const REST_PER_TICKET_MS = 0.2
const TRY_AGAIN_AFTER_MS = 250
const EVENT_GRACE_MS = 300
const TRUST_A_READING_FOR_MS = 2000
/** Who asks is told by then. The lookout itself takes longer to be sure that Redis is away. */
const WAIT_FOR_A_READING_MS = 2000
const STOP_UNWATCHED_AFTER_MS = 30_000

/** The one lookout of this process for `restaurant`. */
export function lookOut(restaurant: Restaurant): Lookout {
  const lookouts = onePerProcess('lookouts', () => new Map<string, Lookout>())
  const lookout = lookouts.get(restaurant.slug) ?? new Lookout(restaurant)
  lookouts.set(restaurant.slug, lookout)
  lookout.restaurant = restaurant
  return lookout
}

/**
 * Keeps the current board of a restaurant that is being watched: one reading serves every wall and every ticket,
 * so Redis works the same for one of them and for a thousand.
 *
 * Each reading knows the last event that the queue had told by then. The lookout waits for the first event past it,
 * so none is missed, however many happen in between, and reads again: at once, but at most every 50 ms,
 * and at least every second, since a number also leaves the wall by time alone. Whoever needs a later reading than there is does not
 * wait for an event.
 */
class Lookout {
  readonly board = new View()
  /** As it is now: one that is made for a while may have changed its hours. */
  restaurant: Restaurant
  #tickets = new Map<string, View>()
  #latest: Latest | undefined
  #running = false
  #lastAsked = 0
  #changeExpectedAt = 0
  #nextReading = Promise.withResolvers<void>()
  #wanted = Promise.withResolvers<void>()

  constructor(restaurant: Restaurant) {
    this.restaurant = restaurant
    this.#nextReading.promise.catch(() => undefined)
  }

  /** This process itself changed something: no answer may be older than that. */
  expectChange(): void {
    this.#changeExpectedAt = performance.now()
  }

  /** The board as read a moment ago, at most two seconds. Throws `RedisAway`. */
  async current(): Promise<Board> {
    return (await this.#freshReading()).reading.board
  }

  /**
   * The same, as it is sent. Who holds `version` of it gets none that was read before, by whichever web process: a wall behind
   * a load balancer never goes back. Throws `RedisAway`.
   */
  async fresh(version = 0): Promise<Snapshot> {
    return (await this.#freshReading(version)).snapshot
  }

  /**
   * The next state of one order that differs from `now`, which the caller has just read; when there is none within
   * `waitMs`, the same state as it was read last. Throws `NoSuchOrder` once it is forgotten, `RedisAway`.
   */
  async ticketChange(id: string, now: Snapshot, waitMs: number, signal: AbortSignal): Promise<Snapshot> {
    this.#lastAsked = performance.now()
    const view = this.#tickets.get(id) ?? new View()
    this.#tickets.set(id, view)
    this.#run()
    return (await view.change({ tag: now.tag, since: performance.now() }, waitMs, signal)) ?? now
  }

  async #freshReading(version = 0): Promise<Latest> {
    const askedAt = performance.now()
    // What changes later is not asked for: where orders come faster than readings, nobody would ever be answered.
    const changedAt = this.#changeExpectedAt
    this.#lastAsked = askedAt
    this.#run()
    for (;;) {
      const latest = this.#latest
      if (
        latest &&
        latest.at > changedAt &&
        askedAt - latest.at < TRUST_A_READING_FOR_MS &&
        // What was begun since is later than whatever anybody holds, also when Redis' clock was put back.
        (latest.reading.version >= version || latest.at >= askedAt)
      ) {
        return latest
      }
      if (shuttingDown.started) throw new RedisAway('the server is shutting down')
      this.#wanted.resolve()
      await this.#nextReadingBy(askedAt + WAIT_FOR_A_READING_MS)
    }
  }

  async #nextReadingBy(deadline: number): Promise<void> {
    const next = this.#nextReading.promise
    try {
      await inTime(next, deadline - performance.now())
    } catch (error) {
      throw error instanceof RedisAway ? error : new RedisAway('Redis does not answer', { cause: error })
    }
  }

  #run(): void {
    if (this.#running) return
    this.#running = true
    this.#watch().finally(() => {
      this.#running = false
    })
  }

  async #watch(): Promise<void> {
    const events = openFailFast('nugget-lookout', READ_AT_LEAST_EVERY_MS + EVENT_GRACE_MS)
    let event: Promise<unknown> | undefined
    let misses = 0
    try {
      while (this.#isWatched()) {
        const startedAt = performance.now()
        this.#wanted = Promise.withResolvers()
        let restMs = 0
        try {
          const tickets = await this.#read(startedAt)
          const tookMs = performance.now() - startedAt
          restMs = Math.min((1 + REST_PER_READING) * tookMs, tickets * REST_PER_TICKET_MS)
          misses = 0
        } catch (error) {
          // One miss may be this process's own: busy with a thousand polls, its clock runs out while the answer lies unread.
          misses += 1
          if (misses === 1) continue
          this.#fail(error instanceof Error ? error : new Error(String(error)))
          await pause(TRY_AGAIN_AFTER_MS)
          continue
        }
        // Without events the board is read by the clock alone.
        event ??= this.#nextEvent(events)
          .catch(() => pause(TRY_AGAIN_AFTER_MS))
          .finally(() => {
            event = undefined
          })
        await Promise.race([event, this.#wanted.promise])
        const restedAt = startedAt + Math.max(READ_AT_MOST_EVERY_MS, Math.min(restMs, READ_AT_LEAST_EVERY_MS))
        await pause(Math.max(0, restedAt - performance.now()))
      }
    } finally {
      events.disconnect()
      this.#fail(new RedisAway('nobody looks out any more'))
    }
  }

  #isWatched(): boolean {
    const asked = performance.now() - this.#lastAsked < STOP_UNWATCHED_AFTER_MS
    return !shuttingDown.started && (asked || this.board.isWaitedFor || this.#tickets.size > 0)
  }

  /** Returns how many tickets it looked at. */
  async #read(startedAt: number): Promise<number> {
    const askedAt = Date.now()
    const reading = await withRedis(redis => readRestaurant(redis, this.restaurant, this.#waitedTickets()))
    reading.board.asOf = byOurClock(reading.board.asOf, askedAt)
    const { asOf } = reading.board
    const board = { ...stampedSnapshot(reading.board), version: reading.version }
    this.#latest = { reading, snapshot: board, at: startedAt }
    this.board.show(board, startedAt)
    for (const [id, order] of reading.orders) {
      if (order) this.#tickets.get(id)?.show(snapshot(asOf, order), startedAt)
      else this.#tickets.get(id)?.fail(new NoSuchOrder('the order is forgotten'))
    }
    this.#settle(next => next.resolve())
    return reading.orders.size
  }

  #waitedTickets(): string[] {
    for (const [id, view] of this.#tickets) if (!view.isWaitedFor) this.#tickets.delete(id)
    return [...this.#tickets.keys()]
  }

  async #nextEvent(events: Redis): Promise<void> {
    if (events.status !== 'ready') await untilReady(events)
    const stream = `${keyOf(this.restaurant)}:${QUEUE_NAME}:events`
    const after = this.#latest?.reading.lastEvent ?? '$'
    await events.xread('COUNT', 1, 'BLOCK', READ_AT_LEAST_EVERY_MS, 'STREAMS', stream, after)
  }

  #fail(error: Error): void {
    const away = error instanceof RedisAway ? error : new RedisAway('Redis does not answer', { cause: error })
    this.#latest = undefined
    this.board.fail(away)
    for (const view of this.#tickets.values()) view.fail(away)
    this.#settle(next => next.reject(away))
  }

  #settle(settle: (next: PromiseWithResolvers<void>) => void): void {
    const next = this.#nextReading
    this.#nextReading = Promise.withResolvers()
    this.#nextReading.promise.catch(() => undefined)
    settle(next)
  }
}
