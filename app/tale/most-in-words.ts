import { newRush, type Rush } from '#rush/rush.ts'
import { sceneInWords } from './scene-in-words.ts'
import type { Voice } from './switcheroo/vocabulary.ts'
import type { Side } from './three-clocks.ts'

/** No number of people takes more room. */
const TWELVE = Array.from({ length: 12 }, (_, index) => index)
const LONG_MS = 754_000

/** The most that a lane of this rush may ever have to tell: as much room as it is given, so that nothing beneath it moves. */
export function mostInWords({ settings }: Pick<Rush, 'settings'>, side: Side, voice: Voice): string {
  const { apartment, office } = newRush('', settings, TWELVE.length).sides
  const walkedOut = TWELVE.map(customer => ({ customer, arrivedMs: 0, atMs: 0 }))
  const cook = { pid: 1, customer: 1, number: 1 }
  const sides = {
    apartment: { ...apartment, hands: TWELVE, line: TWELVE, walkedOut },
    office: {
      ...office,
      line: TWELVE,
      aside: TWELVE,
      queued: TWELVE.map(number => ({ customer: number, number })),
      cooks: [
        ...TWELVE.map(() => ({ ...cook, alive: true })),
        ...TWELVE.map(() => ({ ...cook, alive: false })),
      ],
      seated: TWELVE.map(number => ({ customer: number, number, orderId: '' })),
      walkedOut,
    },
  }
  return sceneInWords({ sides }, side, () => LONG_MS, voice)
}
