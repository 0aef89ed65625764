'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Trouble } from '#app/poll.ts'
import { readingOfPage } from '#app/reading.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Rush } from '#rush/rush.ts'
import { rushAddress } from './ask-rush.ts'

/** What is known of a rush by now. */
export type Seen = { rush: Rush | undefined; trouble: Trouble | undefined; askAgain: () => void }

/** Follows one rush, and says what it sees to whoever shows it: so the buttons beside it stay while one rush follows another. */
export function FollowRush({
  id,
  first,
  isWatched,
  onSee,
}: {
  id: string
  first: Rush | null
  /** What nobody looks at is not asked for. */
  isWatched: boolean
  onSee: (seen: Seen) => void
}) {
  const [initial] = useState(() => first && readingOfPage(first, new Date().toISOString(), Date.now()))
  const { reading, trouble, askAgain } = usePoll<Rush>(rushAddress(id), {
    initial: initial ?? undefined,
    isWatched,
  })
  const say = useEffectEvent(() => onSee({ rush: reading?.data, trouble, askAgain }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the news
  useEffect(() => say(), [reading, trouble])
  return null
}
