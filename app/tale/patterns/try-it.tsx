'use client'
import type { ReactNode } from 'react'
import { AddACook } from './add-a-cook.tsx'
import { ComeBackLater } from './come-back-later.tsx'
import { FinishInAnyOrder } from './finish-in-any-order.tsx'
import { KeptResult } from './kept-result.tsx'
import type { Pattern } from './passages.ts'
import { PressTwice } from './press-twice.tsx'
import { SayItOrStand } from './say-it-or-stand.tsx'
import { HopelessTray, SlipperyTray } from './trays.tsx'
import { TwoWaysToAsk } from './two-ways-to-ask.tsx'
import { WalksOut } from './walks-out.tsx'

const SCENES: Record<Pattern, () => ReactNode> = {
  'competing-consumers': AddACook,
  'correlation-id': FinishInAnyOrder,
  'idempotent-order': PressTwice,
  retry: SlipperyTray,
  'stalled-job': WalksOut,
  'dead-letter': HopelessTray,
  backpressure: ComeBackLater,
  'waiting-polls': TwoWaysToAsk,
  'fire-and-forget': SayItOrStand,
  'kept-results': KeptResult,
}

/** The scene of `pattern`, on the real thing. */
export function TryIt({ pattern }: { pattern: Pattern }) {
  const Scene = SCENES[pattern]
  return <Scene />
}
