import { setTimeout as sleep } from 'node:timers/promises'
import { CashDesk } from './cash-desk.ts'
import type { Chronicle } from './chronicle.ts'
import type { Crew } from './crew.ts'
import type { Customer } from './customers.ts'
import { Diary } from './diary.ts'
import type { Answer, Door } from './door.ts'
import { keyOfCustomer } from './keys.ts'
import { readRefusal } from './read-refusal.ts'
import type { StoryClock } from './story-clock.ts'

type Parts = Pick<Evening, 'id' | 'clock' | 'chronicle' | 'door' | 'crew' | 'open' | 'stop'> & {
  secret: string
  clerks: number
}

/** What all customers of a rush share. */
export class Evening {
  readonly id: string
  readonly clock: StoryClock
  readonly chronicle: Chronicle
  readonly door: Door
  readonly crew: Crew
  readonly desk: CashDesk
  readonly diary = new Diary()
  /** Aborts when the restaurants close: at closing time, or because the rush is stopped. */
  readonly open: AbortSignal
  readonly stop: AbortSignal
  /** Guests who came into the cashier's line: aborts when one leaves it. */
  readonly guests = new Map<string, AbortController>()
  /** Whose number it is. Those of customers who are just being answered are not known yet: there are `ordering`. */
  readonly numbers = new Map<number, number>()
  ordering = 0
  readonly #secret: string
  #called = new Map<number, PromiseWithResolvers<void>>()

  constructor(parts: Parts) {
    this.id = parts.id
    this.clock = parts.clock
    this.chronicle = parts.chronicle
    this.door = parts.door
    this.crew = parts.crew
    this.open = parts.open
    this.stop = parts.stop
    this.desk = new CashDesk(parts.clerks)
    this.#secret = parts.secret
  }

  get closed(): boolean {
    return this.open.aborted
  }

  /** Closed before its time: nobody left, and nobody was served. */
  get stopped(): boolean {
    return this.stop.aborted
  }

  /** Aborts when `customer`, who begins to stand now, has stood long enough, or when the restaurants close. */
  patienceOf({ patienceMs }: Customer): AbortSignal {
    if (patienceMs === null) return this.open
    const enough = new AbortController()
    this.clock.pause(patienceMs, this.open).then(
      () => enough.abort(),
      () => undefined,
    )
    return AbortSignal.any([this.open, enough.signal])
  }

  /** Resolves when the wall shows `number` as ready, or as one for the counter to see to. Throws when the restaurants close. */
  async untilReady(number: number): Promise<void> {
    const closing = Promise.withResolvers<never>()
    const close = () => closing.reject(this.open.reason)
    this.open.addEventListener('abort', close, { once: true })
    if (this.open.aborted) close()
    try {
      await Promise.race([this.#callOf(number).promise, closing.promise])
    } finally {
      this.open.removeEventListener('abort', close)
      this.#called.delete(number)
    }
  }

  callNumber(number: number): void {
    this.#callOf(number).resolve()
  }

  keyOf(customer: number): string {
    return keyOfCustomer(this.#secret, customer)
  }

  /** What who was sent away was told. Throws when it was not "come back later": clocks that went on would tell of something else. */
  secondsToComeBack(answer: Answer): number {
    const { isLineFull, words } = readRefusal(answer)
    if (!isLineFull) throw new Error(words)
    return Math.max(1, Number(answer.headers['retry-after'] ?? 1) || 1)
  }

  comeBack(answer: Answer, signal: AbortSignal): Promise<void> {
    return sleep(this.secondsToComeBack(answer) * 1000, undefined, { signal })
  }

  #callOf(number: number): PromiseWithResolvers<void> {
    const call = this.#called.get(number) ?? Promise.withResolvers<void>()
    this.#called.set(number, call)
    return call
  }
}
