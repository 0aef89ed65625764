import { setTimeout as sleep } from 'node:timers/promises'
import { forgetRush } from './current-rush.ts'
import { ENDED, type Rush } from './rush.ts'
import { readRush, writeRush } from './rushes.ts'

const TRY_AGAIN_AFTER_MS = 500

export type End = Pick<Rush, 'state' | 'reason'>

/**
 * Says how a rush ended, unless it is over already, and closes both restaurants. While Redis is away it tries again, until `giveUp` aborts:
 * who looks at a rush must not see it go on when it does not.
 */
export async function endRush(id: string, end: End, giveUp: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const rush = await readRush(id)
      if (rush && !ENDED.includes(rush.state)) await writeRush(abandoned(rush, end))
      return await forgetRush(id)
    } catch {
      if (giveUp.aborted) return
      await sleep(TRY_AGAIN_AFTER_MS, undefined, { signal: giveUp }).catch(() => undefined)
    }
  }
}

/** It stands as it was seen last, but nobody is there any more. */
function abandoned(rush: Rush, { state, reason }: End): Rush {
  const { apartment, office } = rush.sides
  const last = rush.events.at(-1)
  const words = reason === null ? 'The rush was stopped.' : `The rush came to nothing. ${reason}`
  return {
    ...rush,
    state,
    reason,
    sides: {
      apartment: { ...apartment, line: [], hands: apartment.hands.map(() => null) },
      office: {
        ...office,
        line: [],
        clerks: office.clerks.map(() => null),
        aside: [],
        queued: [],
        cooks: office.cooks.map(() => ({ alive: false, pid: null, customer: null, number: null })),
        wall: { preparing: [], ready: [], attention: [] },
        seated: [],
      },
    },
    events: [...rush.events, { seq: (last?.seq ?? 0) + 1, atMs: rush.storyMs, side: 'both', words }],
  }
}
