'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { stopRush } from '#app/tale/ask-rush.ts'
import { useOnScreen } from '#app/tale/use-on-screen.ts'
import type { RushRequest } from '#rush/settings.ts'
import { type Evening, openEvening, type Told } from './evening.ts'
import type { Pattern } from './passages.ts'

type Call = {
  /** Null while the cooks are on their way, and when they do not come. */
  evening: Evening | null
  told: Told[]
  trouble: string | null
}

const CALLED: Call = { evening: null, told: [], trouble: null }

type OnCall = {
  /** The scene that is on: of the others one sees how they ended. */
  on: Pattern | null
  calls: Partial<Record<Pattern, Call>>
  open: (pattern: Pattern, request: Omit<RushRequest, 'seed'>) => Promise<Evening | null>
}

const Context = createContext<OnCall | null>(null)

/** One evening at a time: who opens a scene closes the one before. */
export function KitchenOnCall({ children }: { children: ReactNode }) {
  const [on, setOn] = useState<Pattern | null>(null)
  const [calls, setCalls] = useState<OnCall['calls']>({})
  const evening = useRef<Evening | null>(null)
  useEndAtLeaving(evening)

  const onCall = useMemo<OnCall>(() => {
    async function open(pattern: Pattern, request: Omit<RushRequest, 'seed'>): Promise<Evening | null> {
      const previous = evening.current
      evening.current = null
      const answer = (call: (now: Call) => Call) =>
        setCalls(now => ({ ...now, [pattern]: call(now[pattern] ?? CALLED) }))
      setOn(pattern)
      answer(() => CALLED)
      await previous?.end()
      const tell = (told: Told) => answer(now => ({ ...now, told: [...now.told, told] }))
      const opened = await openEvening(request, previous?.id, tell).catch(() => NOBODY)
      if (typeof opened === 'string') {
        answer(() => ({ ...CALLED, trouble: opened }))
        return null
      }
      evening.current = opened
      answer(() => ({ ...CALLED, evening: opened }))
      return opened
    }
    return { on, calls, open }
  }, [on, calls])

  return <Context value={onCall}>{children}</Context>
}

const NOBODY = 'Nobody answers at the restaurants. Please try again in a moment.'

/** The scene of `pattern`: its evening, or the last that it had, until it is played again. */
export function useScene(pattern: Pattern) {
  const onCall = useContext(Context)
  if (!onCall) throw new Error('there is no kitchen on call')
  const [watch, isOnScreen] = useOnScreen()
  const isOn = onCall.on === pattern
  const { evening, told, trouble } = onCall.calls[pattern] ?? CALLED
  return {
    evening,
    isOn,
    isOpening: isOn && isOpening(onCall),
    told,
    trouble: isOn ? trouble : null,
    isBusy: isOpening(onCall),
    /** For what shows the scene. */
    watch,
    /** Somebody sees it, and it may change. */
    isWatched: isOn && isOnScreen,
    /** Opens the doors for this scene, and plays it. */
    async play(request: Omit<RushRequest, 'seed'>, act: (evening: Evening) => Promise<unknown>) {
      const evening = await onCall.open(pattern, request)
      if (evening) await during(evening, act)
    },
  }
}
export type Scene = ReturnType<typeof useScene>

function isOpening({ on, calls }: OnCall): boolean {
  const call = on === null ? undefined : calls[on]
  return call?.evening === null && call.trouble === null
}

/** What is under way when an evening ends, ends with it; whatever else fails is told. */
export async function during(evening: Evening, act: (evening: Evening) => Promise<unknown>): Promise<void> {
  const startedAt = performance.now()
  try {
    await act(evening)
  } catch {
    if (evening.closing.aborted) return
    const tookMs = performance.now() - startedAt
    evening.tell({ asked: 'No answer', answer: 'please try again', isRefusal: true, tookMs })
  }
}

/** The cooks need not wait for a reader who is gone. */
function useEndAtLeaving(evening: { current: Evening | null }): void {
  useEffect(() => {
    const leave = () => {
      const id = evening.current?.id
      if (id) void stopRush(id, { keepalive: true })
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [evening])
}
