import type { Customer } from '#rush/customers.ts'
import type { Rush, RushState } from '#rush/rush.ts'
import { COACH } from './coach-in-words.ts'
import { duration } from './duration.ts'
import { capital, count } from './in-words.ts'
import { waits } from './large-order.ts'
import type { Standing } from './places.ts'
import { sceneInWords } from './scene-in-words.ts'
import { summarize } from './summarize.ts'
import type { Voice } from './switcheroo/vocabulary.ts'
import { NAME_OF_SIDE, SIDES } from './three-clocks.ts'

const STATES: Record<RushState, string> = {
  waiting: 'The cooks are on their way',
  running: 'Open',
  done: 'Over',
  stopped: 'Everyone was sent home',
  failed: 'It came to nothing',
}

/** How far a rush has come. Past its end nobody new comes, and those who are there are served. */
export function progressInWords({ state, storyMs, endsMs, customers }: Rush): string {
  const { arrived, expected } = customers
  const said = STATES[state]
  if (state === 'waiting') return `${said} …`
  const came = `${count(arrived, 'customer')} came`
  if (state === 'done') return `${said}: ${duration(storyMs)}, ${came}.`
  if (state === 'running' && storyMs > endsMs)
    return `${said}: ${duration(storyMs)}. ${capital(came)}; nobody else will, and the last are being served.`
  return `${said}: ${duration(storyMs)} of ${duration(Math.max(storyMs, endsMs))}, ${arrived} of ${expected} customers came.`
}

/** How a rush stands, for those who hear the page: both lanes while they are open, and in the end what it showed. */
export function rushInWords(
  rush: Rush,
  stood: Standing,
  voice: Voice,
  /** Who came with a coach. */
  party: Customer | undefined,
): string {
  if (rush.state === 'running') return lanesInWords(rush, stood, voice, party)
  const isOver = rush.state === 'done' || rush.state === 'stopped'
  return [`${STATES[rush.state]}.`, ...(isOver ? summarize(rush) : [])].join(' ')
}

function lanesInWords(rush: Rush, stood: Standing, voice: Voice, party: Customer | undefined): string {
  const lanes = SIDES.map(side => `${NAME_OF_SIDE[side]}: ${sceneInWords(rush, side, stood, voice)}`)
  const hasCoach = party && SIDES.some(side => waits(rush, side, party.name))
  return [...lanes, ...(hasCoach ? [COACH[voice](party)] : [])].join(' ')
}
