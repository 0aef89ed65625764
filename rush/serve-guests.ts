import { setTimeout as sleep } from 'node:timers/promises'
import { pauseIntake } from '#orders/pause-intake.ts'
import type { Evening } from './evening.ts'
import { countUncooked, OF_OFFICE } from './office-queue.ts'

const LOOK_AGAIN_MS = 100
/** Nobody else may open the doors meanwhile, and a guest may order food for hours. */
const WAIT_FOR_GUESTS_MS = 30_000

/**
 * Whoever else came gets the food too, before the cooks go home. Those who stand at the office's counter may still order; then its intake stops, in the
 * very step in which orders are placed, and what was taken until then is cooked. Each takes no longer than half a minute of ours.
 */
export async function serveGuests({ chronicle, desk, open }: Evening): Promise<void> {
  const { apartment } = chronicle.rush.sides
  await untilNoLonger(() => desk.line.length > 0 || desk.clerks.some(isSomebody), open)
  await untilNoLonger(isTakingOrders, open)
  await untilNoLonger(
    async () => apartment.line.length > 0 || apartment.hands.some(isSomebody) || (await isCooking()),
    open,
  )
}

async function untilNoLonger(waits: () => boolean | Promise<boolean>, open: AbortSignal): Promise<void> {
  const closing = AbortSignal.any([open, AbortSignal.timeout(WAIT_FOR_GUESTS_MS)])
  while ((await waits()) && !closing.aborted)
    await sleep(LOOK_AGAIN_MS, undefined, { signal: closing }).catch(() => undefined)
}

/** Tells the office to stop, also where the rush was stopped; while Redis is away that is told again. */
function isTakingOrders(): Promise<boolean> {
  return pauseIntake(OF_OFFICE).then(
    () => false,
    () => true,
  )
}

/** While Redis is away nobody knows, so it is waited for. */
function isCooking(): Promise<boolean> {
  return countUncooked().then(
    count => count > 0,
    () => true,
  )
}

function isSomebody(person: unknown): boolean {
  return person !== null
}
