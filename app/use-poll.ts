'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import useSWR, { type Revalidator, type RevalidatorOptions } from 'swr'
import { createPoll, PollFailed, type Trouble } from '#app/poll.ts'
import { type Freshness, freshness, instant, type Reading } from '#app/reading.ts'

const LOOK_AT_AGE_MS = 1_000

/** Moments after which what one holds may be hours old, and the connection under a held poll dead. */
const WAKING = [
  ['visibilitychange', () => document],
  ['online', () => window],
  ['offline', () => window],
  ['pageshow', () => window],
] as const

export type Polled<T> = {
  reading: Reading<T> | undefined
  freshness: Freshness
  /** Why the last poll failed; undefined once one succeeds. */
  trouble: Trouble | undefined
  /** Look now: something just happened. */
  askAgain: () => void
}

type Options<T> = {
  /** What the page brought. */
  initial?: Reading<T> | undefined
  whileHidden?: boolean
  /** Not while the view is out of sight on its own page. */
  isWatched?: boolean
  /** Called after every poll, successful or not. */
  onSettled?: () => void
}

/**
 * Keeps a view of `url` current for ever: through outages, restarts of the server, and sleep. One request is under way at a time.
 * A wall polls `whileHidden`, as some televisions never call their browser visible; a phone in a pocket does not.
 */
export function usePoll<T>(
  url: string,
  { initial, whileHidden = false, isWatched = true, onSettled = () => {} }: Options<T> = {},
): Polled<T> {
  const [poll] = useState(() => createPoll<T>(url, initial))
  const { data, error, mutate } = useSWR<Reading<T>, unknown>(url, poll.next, {
    ...steady,
    ...(initial && { fallbackData: initial }),
    refreshWhenHidden: whileHidden,
    onSuccess: onSettled,
    onError: onSettled,
    isVisible: () => isWatched && (whileHidden || document.visibilityState === 'visible'),
  })

  const askAgain = () => {
    if (!poll.again()) void mutate()
  }
  useWaking(() => {
    if (whileHidden || document.visibilityState === 'visible') askAgain()
  })

  const askAfterTrouble = useEffectEvent(() => {
    if (error) void mutate()
  })
  useEffect(() => {
    if (isWatched) askAfterTrouble()
  }, [isWatched])

  const trouble = error instanceof PollFailed ? error.trouble : error ? 'server' : undefined
  return { reading: data, freshness: useFreshness(data), trouble, askAgain }
}

/**
 * SWR stops its interval while there is an error and backs off for up to half an hour; it swallows polls within two seconds of the
 * last, and believes `navigator.onLine`. None of that suits a screen that nobody can touch.
 */
const steady = {
  refreshInterval: (reading: Reading<unknown> | undefined) => reading?.restMs ?? LOOK_AT_AGE_MS,
  refreshWhenOffline: true,
  isOnline: () => true,
  dedupingInterval: 0,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  onErrorRetry: (
    error: unknown,
    _key: string,
    { isVisible }: { isVisible: () => boolean },
    revalidate: Revalidator,
    options: Required<RevalidatorOptions>,
  ) => {
    const restMs = error instanceof PollFailed ? error.restMs : LOOK_AT_AGE_MS
    // Whoever looks again asks again.
    setTimeout(() => isVisible() && void revalidate(options), restMs)
  },
}

function useWaking(wake: () => void): void {
  const onWake = useEffectEvent(wake)
  useEffect(() => {
    const listener = () => onWake()
    for (const [event, target] of WAKING) target().addEventListener(event, listener)
    return () => {
      for (const [event, target] of WAKING) target().removeEventListener(event, listener)
    }
  }, [])
}

function useFreshness(reading: Reading<unknown> | undefined): Freshness {
  const [level, setLevel] = useState(() => freshness(reading, instant()))
  useEffect(() => {
    const look = () => setLevel(freshness(reading, instant()))
    look()
    const timer = setInterval(look, LOOK_AT_AGE_MS)
    return () => clearInterval(timer)
  }, [reading])
  return level
}
