import { PRESETS, RushRequest } from '#rush/settings.ts'

export const FIRST_SEED = 42
const PATH = '/tale'

/** What is chosen on the page, all of which the link says. */
export type Choice = RushRequest

/** The rush that an address says one watches. */
export function rushOfAddress({ rush }: Record<string, string | string[] | undefined>): string | null {
  return typeof rush === 'string' && /^[0-9a-f]+$/.test(rush) ? rush : null
}

/** The rush that a link asks for; a link that asks for what cannot be is a lunch rush. */
export function choiceOfLink(query: Record<string, string | string[] | undefined>): Choice {
  const asked = Object.fromEntries(
    Object.keys(RushRequest.shape).flatMap(name => {
      const value = query[name]
      return typeof value === 'string' ? [[name, fromText(value)]] : []
    }),
  )
  const parsed = RushRequest.safeParse({ preset: 'lunch', seed: FIRST_SEED, ...asked })
  return parsed.success ? parsed.data : { preset: 'lunch', seed: FIRST_SEED }
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
