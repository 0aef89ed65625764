import { z } from 'zod'
import type { Answer } from './door.ts'

const Problem = z.object({ type: z.string(), title: z.string() })

/** What an answer that is no food says: only a line that is full asks people to come back. */
export function readRefusal({ status, body }: Answer): { isLineFull: boolean; words: string } {
  const { data } = Problem.safeParse(body)
  const isLineFull = status === 503 && data?.type === '/problems/line-full'
  return { isLineFull, words: `A customer was refused: ${data?.title ?? 'without a word'} (${status}).` }
}
