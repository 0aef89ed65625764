import { setTimeout as pause } from 'node:timers/promises'
import type { Restaurant } from '#orders/restaurant.ts'
import type { Cashier } from './cashier.ts'
import { type Draw, drawFrom } from './draw.ts'
import type { Seen } from './history.ts'
import { LONG_ORDER } from './restaurant.ts'
import type { System } from './system.ts'

/** As the kiosk between two tries at one order. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000
/** As the ticket after a poll, and after one that failed. */
const REST_MS = 30
const RETRY_MS = [1_000, 3_000] as const

/** Every other moment one of the eight cooks is at such an order. */
const HAVE_TIME = 0.006
const TAP_TWICE = 0.04
/** A kiosk that is loaded anew sends what it was sending, and a network may send a thing twice. */
const SEND_AGAIN = 0.05
const LEAVE_WITHOUT_A_NUMBER = 0.02
const FORGET_THE_FOOD = 0.03
const COME_LATE = 0.01
/** Their number has left the wall by then. */
const LATE_MS = 70_000
const SLOWEST_TO_THE_COUNTER_MS = 2_000

export type Crowd = {
  /** How many have come so far. */
  came: number
  /** Nobody else is let in. */
  closeDoor: () => void
  /** Those who were sent away with an unknown outcome and left: nobody knows whether their order was placed. */
  leftWithout: { key: string; body: string }[]
  /** Resolves when the door is closed and all have gone. */
  gone: Promise<void>
  /** No more waiting between tries: everyone taps "Try again", and who would come late comes now. */
  hurry: () => void
}

/**
 * Customers, so many a second, whatever the system does meanwhile. Each behaves as the kiosk and the ticket page do: the same
 * key on every try until there is an answer, then watches the ticket, and collects. Who comes later than the first `lastCall` orders nothing that takes
 * long: all would wait for it at the end.
 */
export function letIn(
  { system, cashier, menu }: { system: System; cashier: Cashier; menu: Restaurant['menu'] },
  { perSecond, seed, lastCall }: { perSecond: number; seed: number; lastCall: number },
): Crowd {
  const hurry = new AbortController()
  const door = new AbortController()
  const leftWithout: Crowd['leftWithout'] = []
  const crowd: Crowd = {
    came: 0,
    closeDoor: () => door.abort(),
    leftWithout,
    gone: comeAndGo(),
    hurry: () => hurry.abort(),
  }
  return crowd

  async function comeAndGo(): Promise<void> {
    const draw = drawFrom(seed, 'arrivals')
    const visits: Promise<void>[] = []
    for (let due = performance.now(); !door.signal.aborted; ) {
      due += draw.gapMs(perSecond)
      await pause(Math.max(0, due - performance.now()), undefined, { signal: door.signal }).catch(() => {})
      if (door.signal.aborted) break
      crowd.came += 1
      visits.push(visit(crowd.came))
    }
    await Promise.all(visits)
  }

  async function visit(n: number): Promise<void> {
    const draw = drawFrom(seed, `customer ${n}`)
    const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
    const key = `chaos-${seed}-${n}`
    const hasTime = draw.chance(HAVE_TIME) && n <= lastCall
    const body = JSON.stringify(hasTime ? LONG_ORDER : chooseFood(menu, draw))
    const willSendAgain = draw.chance(SEND_AGAIN)
    const willForget = draw.chance(FORGET_THE_FOOD)
    const willBeLate = draw.chance(COME_LATE)
    const walkMs = draw.between(0, SLOWEST_TO_THE_COUNTER_MS)

    const order = await place(draw, from, key, body)
    if (!order) {
      leftWithout.push({ key, body })
      return
    }
    const status = await watch(draw, from, order.id)
    if (willSendAgain) await cashier.place(draw.oneOf(system.webs), from, key, body)
    if (status === 'attention' || willForget) return

    await rest(willBeLate ? LATE_MS : walkMs)
    while (!(await cashier.collect(draw.oneOf(system.webs), from, order.id))) await restAfterTrouble(draw)
    await cashier.read(draw.oneOf(system.webs), from, order.id)
  }

  async function place(draw: Draw, from: string, key: string, body: string): Promise<Seen | undefined> {
    const taps = draw.chance(TAP_TWICE) ? 2 : 1
    const isImpatient = draw.chance(LEAVE_WITHOUT_A_NUMBER)
    for (let unanswered = 0; ; ) {
      const tries = await Promise.all(
        Array.from({ length: taps }, () => cashier.place(draw.oneOf(system.webs), from, key, body)),
      )
      const order = tries.find(({ seen }) => seen)?.seen
      if (order) return order

      const backOffMs = Math.min(FIRST_PAUSE_MS * 2 ** unanswered, LONGEST_PAUSE_MS)
      if (tries.some(({ outcome }) => outcome === 'unknown')) {
        if (isImpatient) return undefined
        unanswered += 1
      }
      await rest(Math.max(backOffMs, ...tries.map(({ retryAfterMs }) => retryAfterMs)))
    }
  }

  /** Until it is no longer being prepared. */
  async function watch(draw: Draw, from: string, id: string): Promise<Seen['status']> {
    const web = draw.oneOf(system.webs)
    let held: Awaited<ReturnType<Cashier['read']>>
    for (;;) {
      held = await cashier.read(web, from, id, held)
      if (!held) await restAfterTrouble(draw)
      else if (held.seen.status !== 'preparing') return held.seen.status
      else await pause(REST_MS)
    }
  }

  /** At least a little, also in a hurry. */
  async function rest(ms: number): Promise<void> {
    if (hurry.signal.aborted) await pause(Math.min(ms, FIRST_PAUSE_MS))
    else await pause(ms, undefined, { signal: hurry.signal }).catch(() => {})
  }

  function restAfterTrouble(draw: Draw): Promise<void> {
    return rest(draw.between(...RETRY_MS))
  }
}

/** One to three lines of one to three portions. */
function chooseFood(menu: Restaurant['menu'], draw: Draw) {
  const chosen = draw.shuffle(menu).slice(0, draw.whole(1, 4))
  return {
    items: chosen.map(({ id }) => ({ id, quantity: draw.chance(0.3) ? draw.whole(2, 4) : 1 })),
    dining: draw.oneOf(['eat-in', 'take-away']),
  }
}
