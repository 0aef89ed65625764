import { held } from '../held.ts'

export function POST(): Response {
  const waiting = [...held()]
  held().clear()
  for (const answer of waiting) answer()
  return Response.json({ released: waiting.length })
}
