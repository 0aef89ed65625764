'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPoll } from '#app/poll.ts'
import { ENDED, type Rush } from '#rush/rush.ts'
import { rushAddress } from './ask-rush.ts'
import { pause } from './pause.ts'
import { lastOfOurs, onNextOfOurs } from './rush-keys.ts'
import { useOnScreen } from './use-on-screen.ts'

const LOOK_AGAIN_MS = 1_000

/** Beside a button that opens the restaurants anew: a rush of this browser that is on, in another chapter or tab, ends with it. Of `except`, which one sees here, nothing is said. */
export function EndsOurs({ id, except }: { id?: string; except?: string | undefined }) {
  const [watch, isOnScreen] = useOnScreen()
  const isOn = useOursIsOn(isOnScreen, except)
  return (
    <span ref={watch} id={id}>
      {isOn && 'This ends the rush that you have on elsewhere.'}
    </span>
  )
}

/** Whether another rush is on that this browser began. Asks while it is on, and while somebody sees the answer. */
function useOursIsOn(isSeen: boolean, except: string | undefined): boolean {
  const began = useSyncExternalStore(onNextOfOurs, lastOfOurs, () => null)
  const last = began === except ? null : began
  const [on, setOn] = useState<string | null>(null)
  useEffect(() => {
    if (last === null || !isSeen) return
    const leaving = new AbortController()
    const say = (isOn: boolean) => leaving.signal.aborted || setOn(isOn ? last : null)
    untilOver(last, () => say(true), leaving.signal).then(
      () => say(false),
      () => say(false), // nobody knows it any more, or nobody looks
    )
    return () => leaving.abort()
  }, [last, isSeen])
  return on !== null && on === last
}

/** Scenes in which nobody else takes part are no rush. Throws when it cannot be seen, and when `signal` aborts. */
async function untilOver(id: string, isOn: () => void, signal: AbortSignal): Promise<void> {
  const poll = createPoll<Rush>(rushAddress(id))
  for (;;) {
    const { state, settings } = (await poll.next()).data
    if (ENDED.includes(state) || settings.perMinute === 0) return
    isOn()
    await pause(LOOK_AGAIN_MS, signal)
  }
}
