'use client'
import { MOST_COOKS } from '#rush/settings.ts'
import { useScene } from './kitchen-on-call.tsx'
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
    />
  )
}
