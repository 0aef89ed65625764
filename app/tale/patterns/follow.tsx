'use client'
import { useEffect, useEffectEvent } from 'react'
import { usePoll } from '#app/use-poll.ts'

/** Follows what `url` answers, and says what it sees to whoever shows it. It is there while somebody looks: what nobody looks at is not asked for. */
export function Follow<T>({ url, onSee }: { url: string; onSee: (seen: T) => void }) {
  const { reading } = usePoll<T>(url)
  const say = useEffectEvent((seen: T) => onSee(seen))
  useEffect(() => {
    if (reading) say(reading.data)
  }, [reading])
  return null
}
