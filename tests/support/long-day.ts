import type { Page } from '@playwright/test'
import { RUSH, startChangingBoards } from './changing-boards.ts'
import { until } from './until.ts'

/** What a wall holds after so many changes, everything collected that can be. */
export type Held = { changes: number; heapBytes: number; nodes: number; listeners: number }

/** More than any rest between two polls, less than the time that a poll may take. */
const LONGEST_REST_MS = 2_000

/**
 * Opens the wall of `nugget` on `page` and lets so many changes come as fast as it draws them. In all but the rests between
 * polls, which are left out, it is the wall as it hangs: polls over HTTP, React, the document. Measures after the first
 * of `steps`, when the code is warm, and after each further one.
 */
export async function spendLongDay(
  page: Page,
  nugget: string,
  steps: number[],
  onStep: (held: Held) => void = () => {},
): Promise<Held[]> {
  if (steps.some(step => step % RUSH !== 0)) throw new Error(`only full rushes, of ${RUSH}, can be compared`)
  const boards = await startChangingBoards(nugget)
  const devtools = await page.context().newCDPSession(page)
  await page.addInitScript(leaveOutRests, LONGEST_REST_MS)
  await page.addInitScript(countDrawn)
  await page.goto(`${boards.url}/office/display`)

  const all: Held[] = []
  for (const changes of steps) {
    boards.goOnUntil(changes)
    const drawn = () => page.evaluate(() => (window as unknown as { drawn: number }).drawn)
    await until(`${changes} changes drawn`, async () => (await drawn()) >= changes, 1_200_000)
    for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
    const held = { changes, heapBytes: usedSize, nodes, listeners: jsEventListeners }
    all.push(held)
    onStep(held)
  }
  await page.goto('about:blank')
  await boards.close()
  return all
}

/** Runs in the page. */
function leaveOutRests(longestRestMs: number): void {
  const realTimeout = window.setTimeout.bind(window)
  const realClear = window.clearTimeout.bind(window)
  const soon = new Map<number, () => void>()
  const { port1, port2 } = new MessageChannel()
  let last = 1_000_000_000 // no timer of the browser's own gets so far
  port1.onmessage = ({ data }) => {
    const act = soon.get(data)
    soon.delete(data)
    act?.()
  }
  const timeout = (act: () => void, ms = 0, ...rest: []) => {
    if (ms > longestRestMs) return realTimeout(act, ms, ...rest)
    last += 1
    soon.set(last, act)
    port2.postMessage(last)
    return last
  }
  window.setTimeout = timeout as typeof window.setTimeout
  window.clearTimeout = id => {
    if (typeof id !== 'number' || !soon.delete(id)) realClear(id)
  }
}

/** Runs in the page: counts how often another number came to stand first among the ready ones. */
function countDrawn(): void {
  const counted = window as unknown as { drawn: number }
  counted.drawn = 0
  let first: string | null | undefined
  const look = () => {
    const now = document.querySelector('[data-kind="ready"] [data-number]')?.getAttribute('data-number')
    if (now === undefined || now === first) return
    counted.drawn += 1
    first = now
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
}
