'use client'
import { useState } from 'react'
import { freshKey } from '#app/fresh-key.ts'
import type { Evening } from './evening.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

/** Twice at once with one key, as a trembling finger does. */
export function PressTwice() {
  const [numbers, setNumbers] = useState<number[]>([])
  const press = async (evening: Evening, times: number) => {
    setNumbers([])
    const key = freshKey()
    const presses = Array.from({ length: times }, () => evening.order(BURGER, { key }))
    const placed = await Promise.all(presses)
    setNumbers(placed.flatMap(({ order }) => (order ? [order.number] : [])))
  }
  const twice = (evening: Evening) => press(evening, 2)
  return (
    <Stage
      scene={useScene('idempotent-order')}
      request={{ cooks: 1, speed: 1, minutes: 1 }}
      label="Order a burger, pressing twice"
      act={twice}
      deeds={() => [
        { label: 'Twice again, with a new key', act: twice },
        { label: 'Once', act: evening => press(evening, 1) },
      ]}
      result={() => numbers.length > 0 && <Result mood="ready">{inWords(numbers)}</Result>}
    />
  )
}

const BURGER = [{ id: 'burger', quantity: 1 }]

function inWords([number, again]: number[]): string {
  if (again === undefined) return `One press is one order: number ${number}.`
  if (again === number) return `Two presses with one key are one order: both answers say number ${number}.`
  return `Two presses, and two orders: numbers ${number} and ${again}.`
}
