import type { Rush } from '#rush/rush.ts'
import { endedForNext } from './rush-keys.ts'

const FOR_NEXT =
  'You began something else, in another chapter or tab. There is one pair of restaurants, so this rush ended.'

/** Said of a rush that its own reader ended by beginning something else; null of any other. */
export function whyItEnded({ id, state }: Pick<Rush, 'id' | 'state'>): string | null {
  return state === 'stopped' && endedForNext(id) ? FOR_NEXT : null
}
