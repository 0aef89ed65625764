import { z } from 'zod'
import { Clock, WalkedOut } from './clocks.ts'
import { RushSettings } from './settings.ts'

export const RushState = z.enum(['waiting', 'running', 'done', 'stopped', 'failed'])
export type RushState = z.infer<typeof RushState>

const Name = z.int().positive()
const OrderNumber = z.int().positive()
const StoryMs = z.number().min(0)

/** A customer of the rush by name; `guest` is anybody else who came, the reader say. */
const Person = Name.or(z.literal('guest'))
export type Person = z.infer<typeof Person>

/** The line near the apartment and whom each pair of hands serves: what `GET /api/tale/crowd` answers. */
export const Crowd = z.strictObject({ line: z.array(Person), hands: z.array(Person.nullable()) })
export type Crowd = z.infer<typeof Crowd>

/** Near the apartment: who stands, and whose order each pair of hands has. */
export const ApartmentSide = z.strictObject({
  ...Crowd.shape,
  /** Somebody else ordered here too: then the day is no longer the one that was drawn. */
  hadGuests: z.boolean(),
  served: z.int().min(0),
  walkedOut: z.array(WalkedOut),
})
export type ApartmentSide = z.infer<typeof ApartmentSide>

/** Near the office: the line, the clerks, the queue, the cooks, the wall, and who sits. */
export const OfficeSide = z.strictObject({
  line: z.array(Person),
  clerks: z.array(Person.nullable()),
  /** Told to come back later, for the kitchen has its hands full. */
  aside: z.array(Name),
  /** So often was somebody told so. */
  sentAway: z.int().min(0),
  /** As near the apartment. */
  hadGuests: z.boolean(),
  queued: z.array(z.strictObject({ customer: Person, number: OrderNumber })),
  /** A process each, and the order that the queue says it has. */
  cooks: z.array(
    z.strictObject({
      alive: z.boolean(),
      pid: z.int().positive().nullable(),
      customer: Person.nullable(),
      number: OrderNumber.nullable(),
    }),
  ),
  wall: z.strictObject({
    preparing: z.array(OrderNumber),
    ready: z.array(OrderNumber),
    attention: z.array(OrderNumber),
  }),
  seated: z.array(z.strictObject({ customer: Name, number: OrderNumber, orderId: z.string() })),
  served: z.int().min(0),
  walkedOut: z.array(WalkedOut),
})
export type OfficeSide = z.infer<typeof OfficeSide>

/** A cook who walked out, with the number that was left, if any, and who took it up. Cooks are counted from 0, as in the list. */
export const WalkOut = z.strictObject({
  atMs: StoryMs,
  cook: z.int().min(0),
  number: OrderNumber.nullable(),
  takenUpAtMs: StoryMs.nullable(),
  takenUpBy: z.int().min(0).nullable(),
})
export type WalkOut = z.infer<typeof WalkOut>

/** A cook who came to help in mid-rush, by their place in the list of cooks. */
export const Hire = z.strictObject({ atMs: StoryMs, cook: z.int().min(0) })

/** One rush as it stands: what `GET /api/tale/rushes/{id}` answers. Times are the story's own, from its beginning. */
export const Rush = z.strictObject({
  id: z.string(),
  settings: RushSettings,
  state: RushState,
  /** Why it failed. */
  reason: z.string().nullable(),
  startedAt: z.iso.datetime().nullable(),
  storyMs: StoryMs,
  /** From then on nobody new comes. */
  endsMs: StoryMs,
  customers: z.strictObject({ expected: z.int().min(0), arrived: z.int().min(0) }),
  sides: z.strictObject({ apartment: ApartmentSide, office: OfficeSide }),
  /** Of those who have their food, in the order in which they got it. */
  clocks: z.strictObject({ apartment: z.array(Clock), office: z.array(Clock) }),
  walkOuts: z.array(WalkOut),
  /** Those who came after it began: `settings.cooks` are the first ones, and with them these. */
  hires: z.array(Hire),
  /** What happened, in words, the latest last: while it goes on the last forty, and all when it is over. `seq` counts all that ever did. */
  events: z.array(
    z.strictObject({
      seq: z.int().positive(),
      atMs: StoryMs,
      side: z.enum(['apartment', 'office', 'both']),
      words: z.string(),
    }),
  ),
})
export type Rush = z.infer<typeof Rush>

/** Near the apartment, or near the office. */
export type Side = keyof Rush['sides']

export const ENDED: readonly RushState[] = ['done', 'stopped', 'failed']

/** A rush that was asked for and has not begun. */
export function newRush(id: string, settings: RushSettings, expected: number): Rush {
  return {
    id,
    settings,
    state: 'waiting',
    reason: null,
    startedAt: null,
    storyMs: 0,
    endsMs: settings.minutes * 60_000,
    customers: { expected, arrived: 0 },
    sides: {
      apartment: {
        line: [],
        hands: Array(settings.apartmentHands).fill(null),
        hadGuests: false,
        served: 0,
        walkedOut: [],
      },
      office: {
        line: [],
        clerks: Array(settings.clerks).fill(null),
        aside: [],
        sentAway: 0,
        hadGuests: false,
        queued: [],
        cooks: Array.from({ length: settings.cooks }, () => ({
          alive: false,
          pid: null,
          customer: null,
          number: null,
        })),
        wall: { preparing: [], ready: [], attention: [] },
        seated: [],
        served: 0,
        walkedOut: [],
      },
    },
    clocks: { apartment: [], office: [] },
    walkOuts: [],
    hires: [],
    events: [],
  }
}
