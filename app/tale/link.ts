import { z } from 'zod'
import { plainWords } from '#orders/plain-words.ts'
import { FEWEST_A_MINUTE, PRESETS, RushRequest } from '#rush/settings.ts'

export const FIRST_SEED = 42
const LUNCH: Choice = { preset: 'lunch', seed: FIRST_SEED }
const PATH = '/tale'

/** What is chosen on the page, all of which the link says. */
export type Choice = RushRequest

/** What a link leads to, and why it does not lead to all that it asks for. */
export type Linked = { choice: Choice; refused: string[] }

type Query = Record<string, string | string[] | undefined>

/** The rush that an address says one watches. */
export function rushOfAddress({ rush }: Query): string | null {
  return typeof rush === 'string' && /^[0-9a-f]+$/.test(rush) ? rush : null
}

/** What a link may ask for, each by itself. Where nobody comes there is no rush to see. */
const Fields = z.object({
  ...RushRequest.shape,
  perMinute: RushRequest.shape.perMinute.unwrap().min(FEWEST_A_MINUTE).optional(),
})

/** The rush that a link asks for, without what cannot be had; of one that asks for nothing, a lunch rush. */
export function choiceOfLink(query: Query): Linked {
  const asked = Object.fromEntries(
    Object.keys(Fields.shape).flatMap(name => {
      const value = query[name]
      return value === undefined ? [] : [[name, typeof value === 'string' ? fromText(value) : value]]
    }),
  )
  const alone = whatCanBe(Fields, asked)
  const together = whatCanBe(RushRequest, alone.kept)
  const refused = [...alone.refused, ...together.refused]
  return { choice: RushRequest.parse({ ...LUNCH, ...together.kept }), refused }
}

function whatCanBe(schema: z.ZodType, asked: Record<string, unknown>) {
  const issues = schema.safeParse({ ...LUNCH, ...asked }, { error: plainWords }).error?.issues ?? []
  const kept = Object.entries(asked).filter(([name]) => !issues.some(({ path }) => path[0] === name))
  return {
    kept: Object.fromEntries(kept),
    refused: issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  }
}

/** The link that leads to the same customers: preset and seed, and what was set otherwise. */
export function linkTo(choice: Choice): string {
  return addressOf(choice)
}

/** The page as one sees it: with the rush that one watches, which a reload finds again while it is known. */
export function addressOf(choice: Choice, rushId?: string): string {
  const preset = choice.preset ?? 'lunch'
  const scene: Record<string, unknown> = PRESETS[preset]
  const query = new URLSearchParams({ preset, seed: String(choice.seed) })
  for (const [name, value] of Object.entries(choice)) {
    if (!query.has(name) && value !== undefined && value !== scene[name]) query.set(name, String(value))
  }
  if (rushId !== undefined) query.set('rush', rushId)
  return `${PATH}?${query}#both-at-once`
}

function fromText(text: string): string | number | boolean | null {
  if (text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
