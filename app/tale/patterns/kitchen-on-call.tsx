'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { stopRush } from '#app/tale/ask-rush.ts'
import type { RushRequest } from '#rush/settings.ts'
import { type Evening, openEvening, type Told } from './evening.ts'
import type { Pattern } from './passages.ts'

type Call = {
  pattern: Pattern
  /** Null while the cooks are on their way, and when they do not come. */
  evening: Evening | null
  told: Told[]
  trouble: string | null
}

type OnCall = {
  call: Call | null
  open: (pattern: Pattern, request: Omit<RushRequest, 'seed'>) => Promise<Evening | null>
}

const Context = createContext<OnCall | null>(null)

/** One evening at a time: who opens a scene closes the one before. */
export function KitchenOnCall({ children }: { children: ReactNode }) {
  const [call, setCall] = useState<Call | null>(null)
  const evening = useRef<Evening | null>(null)
  useEndAtLeaving(evening)

  const onCall = useMemo<OnCall>(() => {
    async function open(pattern: Pattern, request: Omit<RushRequest, 'seed'>): Promise<Evening | null> {
      const previous = evening.current
      evening.current = null
      const ours: Call = { pattern, evening: null, told: [], trouble: null }
      setCall(ours)
      await previous?.end()
      const tell = (told: Told) =>
        setCall(now => now && (now.pattern === pattern ? { ...now, told: [...now.told, told] } : now))
      const opened = await openEvening(request, previous?.id, tell).catch(() => NOBODY)
      if (typeof opened === 'string') {
        setCall({ ...ours, trouble: opened })
        return null
      }
      evening.current = opened
      setCall({ ...ours, evening: opened })
      return opened
    }
    return { call, open }
  }, [call])

  return <Context value={onCall}>{children}</Context>
}

const NOBODY = 'Nobody answers at the restaurants. Please try again in a moment.'

/** The scene of `pattern`: its evening while it is the one that is on. */
export function useScene(pattern: Pattern) {
  const onCall = useContext(Context)
  if (!onCall) throw new Error('there is no kitchen on call')
  const mine = onCall.call?.pattern === pattern ? onCall.call : null
  return {
    evening: mine?.evening ?? null,
    isOpening: mine !== null && mine.evening === null && mine.trouble === null,
    told: mine?.told ?? [],
    trouble: mine?.trouble ?? null,
    isBusy: onCall.call !== null && onCall.call.evening === null && onCall.call.trouble === null,
    /** Opens the doors for this scene, and plays it. */
    async play(request: Omit<RushRequest, 'seed'>, act: (evening: Evening) => Promise<unknown>) {
      const evening = await onCall.open(pattern, request)
      if (evening) await during(evening, act)
    },
  }
}
export type Scene = ReturnType<typeof useScene>

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
