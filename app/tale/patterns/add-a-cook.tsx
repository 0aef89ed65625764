'use client'
import { capital, count } from '#app/tale/in-words.ts'
import type { Rush } from '#rush/rush.ts'
import { MOST_COOKS } from '#rush/settings.ts'
import { useScene } from './kitchen-on-call.tsx'
import { Result } from './result.tsx'
import { Stage } from './stage.tsx'

const ORDERS = 6

/** Three seconds an order: one cook needs eighteen for all, and each who comes takes from the same line. */
export function AddACook() {
  return (
    <Stage
      scene={useScene('competing-consumers')}
      request={{ cooks: 1, speed: 2, minutes: 3 }}
      label="Order fries six times"
      act={async evening => {
        for (let order = 1; order <= ORDERS; order++) await evening.order([{ id: 'fries', quantity: 1 }])
      }}
      deeds={({ sides }) => [
        {
          label: 'One more cook',
          isOff: sides.office.cooks.filter(({ alive }) => alive).length >= MOST_COOKS,
          act: evening => evening.hire(),
        },
        { label: 'Fries again', act: evening => evening.order([{ id: 'fries', quantity: 1 }]) },
      ]}
      result={({ sides }) => <WhoTookThem {...sides.office} />}
    />
  )
}

function WhoTookThem({ wall, cooks }: Rush['sides']['office']) {
  if (wall.ready.length < ORDERS || wall.preparing.length > 0) return null
  const ready = capital(count(wall.ready.length, 'number is', 'numbers are'))
  return (
    <Result mood="ready">{`${ready} ready: ${count(cooks.length, 'cook')} took them from one line.`}</Result>
  )
}
