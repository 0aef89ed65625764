import { z } from 'zod'

const Slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** One line of a menu. `price` is in minor units of the restaurant's currency (cents), `cookSeconds` is for one portion. */
export const Item = z.strictObject({
  id: z.string().regex(Slug, 'must be lower-case words joined by hyphens, like nuggets-6').max(40),
  name: z.string().min(1).max(40),
  description: z.string().max(120).default(''),
  price: z.int().min(0),
  cookSeconds: z.number().min(0).max(3600),
  /** How often, of one, a kitchen drops a portion when it is done, to see what happens then. A counter's clerk never does. */
  failureRate: z.number().min(0).max(1).default(0),
  /** It is dropped at so many first tries of each order, whatever chance says. */
  dropsFirst: z.int().min(0).max(10).optional(),
  /** Below `public/`, of this server alone: `//host/a.svg` would be another's, and `..` leads out. */
  picture: z
    .string()
    .regex(/^(?:\/(?!\.)[\w.-]+)+$/, 'must be a path below public/, like /menu/nuggets-6.svg'),
})
export type Item = z.infer<typeof Item>

export const Menu = z
  .array(Item)
  .min(1, 'must hold at least one item')
  .superRefine((items, context) => {
    const ids = items.map(({ id }) => id)
    const again = ids.findIndex((id, index) => ids.indexOf(id) < index)
    if (again !== -1)
      context.addIssue({
        code: 'custom',
        path: [again, 'id'],
        message: `${ids[again]} stands on the menu twice`,
      })
  })

/** A restaurant's file, `restaurants/<slug>.json`. Without a `menu` of its own it serves `restaurants/menu.json`. */
export const RestaurantFile = z.strictObject({
  name: z.string().min(1).max(60),
  /** `queue`: order, number, kitchen, wall. `counter`: no queue, the clerk cooks while everyone waits. */
  service: z.enum(['queue', 'counter']),
  /** Orders that one kitchen process cooks at a time. */
  cooks: z.int().min(1).max(100),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone, like Europe/Berlin'),
  currency: z.string().refine(isCurrency, 'must be an ISO 4217 code, like EUR'),
  languages: z
    .array(z.string().refine(isLanguage, 'must be a BCP 47 tag, like en or de-AT'))
    .min(1, 'must name at least one language, like en'),
  /** Minutes that an uncollected number stays on the wall. */
  readyMinutes: z.number().positive().max(720).default(10),
  numbers: z.strictObject({ upTo: z.int().min(1).max(99_999).default(999) }).default({ upTo: 999 }),
  /** Seconds of cooking, at speed 1, that may stand in line for each cook of all its kitchens; without it the line has no end. */
  maxQueued: z.number().positive().optional(),
  menu: Menu.optional(),
})

export type Restaurant = z.infer<typeof RestaurantFile> & {
  slug: string
  menu: Item[]
  /** Only of a restaurant that is made for a while and by code. */
  shift?: Shift
}

/** A counter starts anew with each shift. Its times are real: `KITCHEN_SPEED` does not apply. */
type Shift = {
  id: string
  /** Without anybody who works here nothing is ordered; what is here may be looked at and fetched. */
  isOpen: boolean
  /** How long the order with this idempotency key takes to be said, in milliseconds. */
  takeMs: (key: string) => number
  /** Whether who comes with this idempotency key was sent for, and may come as often as that takes. */
  isExpected: (key: string) => boolean
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

/** Well-formed, also where it names a language that `Intl` has no words of. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}$/.test(new Intl.Locale(tag).language)
  } catch {
    return false
  }
}
