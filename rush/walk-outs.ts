import { setTimeout as sleep } from 'node:timers/promises'
import type { Chronicle } from './chronicle.ts'
import type { Evening } from './evening.ts'
import { readCooks } from './office-queue.ts'

const LOOK_AGAIN_MS = 100

/** At its time, the first cook who has an order in hand leaves it there. */
export async function walkOutInTime(evening: Evening, atMs: number | null): Promise<void> {
  if (atMs === null) return
  await evening.clock.until(atMs, evening.open)
  await walkOutOfAnOrder(evening)
}

/** Waits until a cook, or that one, has an order in hand and is not the only one who cooks, and leaves it there. */
export async function walkOutOfAnOrder(evening: Evening, only?: number): Promise<void> {
  const { crew, open } = evening
  const may = (cook: number) => only === undefined || cook === only
  for (;;) {
    const cooking = await readCooks().catch(() => [])
    const cook = crew.cooks.findIndex(
      ({ pid, alive }, index) => may(index) && alive && cooking.some(order => order.pid === pid),
    )
    const living = crew.cooks.filter(({ alive }) => alive).length
    if (cook !== -1 && living > 1) return walkOut(evening, cook, cooking)
    if (only !== undefined && !crew.cooks[only]?.alive) return
    await sleep(LOOK_AGAIN_MS, undefined, { signal: open })
  }
}

function walkOut(
  { clock, chronicle, crew }: Evening,
  cook: number,
  cooking: Awaited<ReturnType<typeof readCooks>>,
): void {
  const { pid, alive } = crew.cooks[cook] ?? {}
  if (!alive) return
  const number = cooking.find(order => order.pid === pid)?.number ?? null
  crew.walkOut(cook)
  const atMs = Math.round(clock.now())
  chronicle.rush.walkOuts.push({ atMs, cook, number, takenUpAtMs: null, takenUpBy: null })
  const leaving = number === null ? 'walks out' : `walks out in the middle of number ${number}`
  chronicle.say('office', `Cook ${cook + 1} ${leaving}.`)
}

/** Who has now what another left. */
export function noteHeirs(chronicle: Chronicle): void {
  const { walkOuts, sides, storyMs } = chronicle.rush
  for (const lost of walkOuts) {
    const heir = sides.office.cooks.findIndex(
      ({ alive, number }) => alive && number !== null && number === lost.number,
    )
    if (lost.takenUpBy !== null || heir === -1) continue
    lost.takenUpBy = heir
    lost.takenUpAtMs = storyMs
    chronicle.say('office', `Cook ${heir + 1} takes number ${lost.number} up.`)
  }
}
