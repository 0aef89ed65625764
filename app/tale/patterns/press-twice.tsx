'use client'
import { freshKey } from '#app/fresh-key.ts'
import type { Evening } from './evening.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Stage } from './stage.tsx'

/** Twice at once with one key, as a trembling finger does. */
export function PressTwice() {
  const twice = async (evening: Evening) => {
    const key = freshKey()
    await Promise.all([evening.order(BURGER, { key }), evening.order(BURGER, { key })])
  }
  return (
    <Stage
      scene={useScene('idempotent-order')}
      request={{ cooks: 1, speed: 1, minutes: 1 }}
      label="Order a burger, pressing twice"
      act={twice}
      deeds={() => [
        { label: 'Twice again, with a new key', act: twice },
        { label: 'Once', act: evening => evening.order(BURGER) },
      ]}
    />
  )
}

const BURGER = [{ id: 'burger', quantity: 1 }]
