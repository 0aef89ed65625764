'use client'
import { useState } from 'react'
import { readingOfPage } from '#app/reading.ts'
import { rushAddress } from '#app/tale/ask-rush.ts'
import { Theory } from '#app/tale/theory/theory.tsx'
import { usePoll } from '#app/use-poll.ts'
import type { Rush } from '#rush/rush.ts'

/** What theory says of a rush, for as long as it goes on. */
export function LiveTheory({ rush, renderedAtMs }: { rush: Rush; renderedAtMs: number }) {
  const [initial] = useState(() => readingOfPage(rush, new Date(renderedAtMs).toISOString(), renderedAtMs))
  const { reading } = usePoll<Rush>(rushAddress(rush.id), { initial })
  return <Theory rush={reading?.data ?? rush} />
}
