import type { Rush } from '#rush/rush.ts'
import { ageOf } from './ages.ts'
import { duration } from './duration.ts'
import { capital, count } from './in-words.ts'
import type { Standing } from './places.ts'
import type { Voice } from './switcheroo/vocabulary.ts'
import type { Side } from './three-clocks.ts'

/** What a lane shows at this moment, in a few sentences, and in the words that are on. */
export function sceneInWords(
  { sides }: Pick<Rush, 'sides'>,
  side: Side,
  stood: Standing,
  voice: Voice = 'restaurant',
): string {
  const words =
    side === 'apartment'
      ? apartmentInWords(sides.apartment, stood, voice)
      : officeInWords(sides.office, stood, voice)
  const left = sides[side].walkedOut.length
  return left === 0 ? words : `${words} ${capital(WORDS[voice].walkedOut(left))}`
}

/** Each sentence in three vocabularies; a number of people or of orders goes in. */
const WORDS: Record<
  Voice,
  {
    nobody: string
    walkedOut: (many: number) => string
    apartment: (served: number, line: number) => string
    stand: (standing: number, seated: number) => string
    crew: (busy: number, queued: number) => string
    goneCooks: (many: number) => string
    aside: (many: number) => string
    eldest: (ms: number) => string
  }
> = {
  restaurant: {
    nobody: 'Nobody is here.',
    walkedOut: many => `${count(many, 'customer')} walked out.`,
    apartment: (served, line) =>
      `${count(served, 'customer stands', 'customers stand')} at the counter until their food is cooked, and ${somebody(line, 'customer', 'stands', 'stand')} in line behind.`,
    stand: (standing, seated) =>
      `${somebody(standing, 'customer', 'stands', 'stand')}, ${somebody(seated, 'customer', 'sits', 'sit')}.`,
    crew: (busy, queued) =>
      `${count(busy, 'cook is', 'cooks are')} busy, and ${count(queued, 'order waits', 'orders wait')} on the line.`,
    goneCooks: many => `${count(many, 'cook')} walked out.`,
    aside: many => `${count(many, 'customer was', 'customers were')} asked to come back later.`,
    eldest: ms => `Whoever stands longest has stood for ${duration(ms)} and is ${ageOf(ms).words}.`,
  },
  abstract: {
    nobody: 'No client is here.',
    walkedOut: many => `${count(many, 'client')} gave up.`,
    apartment: (served, line) =>
      `${count(served, 'client waits', 'clients wait')} while the application does their work, and ${somebody(line, 'client', 'waits', 'wait')} for the application to be free.`,
    stand: (standing, seated) =>
      `${somebody(standing, 'client', 'waits', 'wait')} to be answered, ${somebody(seated, 'client', 'has', 'have')} an id and no connection.`,
    crew: (busy, queued) =>
      `${count(busy, 'worker is', 'workers are')} busy, and ${count(queued, 'job waits', 'jobs wait')} in the message queue.`,
    goneCooks: many => `${count(many, 'worker')} died.`,
    aside: many => `${count(many, 'client was', 'clients were')} asked to try again later.`,
    eldest: ms => `The longest wait so far is ${duration(ms)}.`,
  },
  technical: {
    nobody: 'No request is open.',
    walkedOut: many => `${count(many, 'client')} gave up.`,
    apartment: (served, line) =>
      `${count(served, 'request is', 'requests are')} in the route handler’s hands, and ${somebody(line, 'open request', 'waits', 'wait')} behind for a 200.`,
    stand: (standing, seated) =>
      `${somebody(standing, 'client', 'waits', 'wait')} for a 202, ${seated === 0 ? 'and nobody waits for a number' : `and one held poll of the board brings the news to ${count(seated, 'client')} with a number`}.`,
    crew: (busy, queued) =>
      `${count(busy, 'BullMQ worker has', 'BullMQ workers have')} an active job, and ${count(queued, 'job is', 'jobs are')} in wait.`,
    goneCooks: many => `${count(many, 'worker process was', 'worker processes were')} killed.`,
    aside: many => `${count(many, 'client was', 'clients were')} answered 503 with Retry-After.`,
    eldest: ms => `The longest has been waiting for ${duration(ms)} of the story.`,
  },
}

function apartmentInWords(
  { line, hands }: Rush['sides']['apartment'],
  stood: Standing,
  voice: Voice,
): string {
  const served = hands.filter(customer => customer !== null)
  const { nobody, apartment, eldest } = WORDS[voice]
  if (served.length === 0 && line.length === 0) return nobody
  return `${capital(apartment(served.length, line.length))} ${eldest(longest([...served, ...line], stood))}`
}

function officeInWords(
  { line, clerks, aside, queued, seated, cooks }: Rush['sides']['office'],
  stood: Standing,
  voice: Voice,
): string {
  const say = WORDS[voice]
  const standing = [...clerks.filter(customer => customer !== null), ...line]
  const cooking = cooks.filter(({ alive, number }) => alive && number !== null).length
  const gone = cooks.filter(({ alive, pid }) => !alive && pid !== null).length
  if (standing.length + aside.length + seated.length === 0) return say.nobody
  const sentences = [
    say.stand(standing.length, seated.length),
    say.crew(cooking, queued.length),
    gone > 0 && say.goneCooks(gone),
    aside.length > 0 && say.aside(aside.length),
    standing.length > 3 && say.eldest(longest(standing, stood)),
  ]
  return sentences.flatMap(sentence => (sentence ? [capital(sentence)] : [])).join(' ')
}

function longest(standing: Parameters<Standing>[0][], stood: Standing): number {
  return Math.max(...standing.map(stood))
}

/** "nobody stands", "one customer stands", "40 customers stand". */
function somebody(many: number, who: string, one: string, more: string): string {
  return many === 0 ? `nobody ${one}` : count(many, `${who} ${one}`, `${who}s ${more}`)
}
