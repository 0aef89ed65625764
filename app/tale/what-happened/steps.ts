import type { Slip } from '#rush/slip.ts'
import type { Visit } from '#rush/visit.ts'

export type Step = 1 | 2 | 3 | 4 | 5

/** At which step each field of the job’s hash is written. One that is not named here is not shown: better than where it does not belong. */
const WRITTEN_AT: Record<string, Step> = {
  name: 2,
  data: 2,
  opts: 2,
  timestamp: 2,
  delay: 2,
  priority: 2,
  number: 2,
  turn: 2,
  workBefore: 2,
  processedOn: 3,
  pb: 3,
  ats: 3,
  stc: 3,
  alone: 3,
  progress: 3,
  progressAt: 3,
  finishedOn: 4,
  returnvalue: 4,
  failedReason: 4,
  defa: 4,
  atm: 4,
  collectedAt: 5,
}

type Key = Slip['keys'][number]
type State = Slip['states'][number]

/** What Redis holds of an order, by the step at which it was written there. */
export function keysOf({ keys }: Slip, step: Step): Key[] {
  return keys.flatMap(key => {
    if (key.type === 'stream') return []
    if (isOfAllOrders(key.key)) return step === 2 ? [key] : []
    if (key.key.endsWith(':numbers')) return step === stepOfNumber(key) ? [key] : []
    if (key.key.endsWith(':wait')) return step === 2 ? [key] : []
    if (key.key.endsWith(':active') || key.key.endsWith(':lock')) return step === 3 ? [key] : []
    if (key.type === 'sorted set') return step === 4 ? [key] : []
    const says = key.says.filter(({ name }) => WRITTEN_AT[name] === step)
    return says.length === 0 ? [] : [{ ...key, says }]
  })
}

/** What every order writes anew: how it stands now, not what this order made of it. */
export function isOfAllOrders(key: string): boolean {
  return key.endsWith(':book')
}

/** Once the order is collected, the number is held only until a time. */
function stepOfNumber({ says }: Key): Step {
  return says.some(({ value }) => value.startsWith('until')) ? 5 : 2
}

/** What the queue told of it at this step, with the time since it was queued. */
export function statesOf({ states }: Slip, step: Step): (State & { sinceMs: number })[] {
  const queuedAt = Date.parse(states[0]?.at ?? '')
  const taken = states.findIndex(({ event }) => event === 'active')
  return states.flatMap((state, index) => {
    const at = ENDS[state.event] ?? (taken === -1 || index < taken ? 2 : 3)
    return at === step ? [{ ...state, sinceMs: Date.parse(state.at) - queuedAt }] : []
  })
}

const ENDS: Record<string, Step> = { completed: 4, failed: 4, collected: 5 }

/** The orders that were sent: the last is the one that was taken, those before were asked to come back. */
export function ordersOf({ office }: Visit) {
  return office.exchanges.filter(({ path }) => path.endsWith('/orders'))
}

export function collectionsOf({ office }: Visit) {
  return office.exchanges.filter(({ path }) => path.endsWith('/collection'))
}
