'use client'

import './no-eval.ts'
import { useCallback } from 'react'
import { freshKey } from '#app/fresh-key.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { InLine } from './in-line.tsx'
import { Menu } from './menu.tsx'
import { StillSending } from './still-sending.tsx'
import { StillThere } from './still-there.tsx'
import type { Reach } from './ticket-address.ts'
import { useIdle } from './use-idle.ts'
import { useVisit } from './use-visit.ts'
import { YourNumber } from './your-number.tsx'
import { YourOrder } from './your-order.tsx'

/** The self-order kiosk: menu and basket, then the order on its way, then the number. */
export function Kiosk({ restaurant, reach }: { restaurant: Restaurant; reach: Reach }) {
  const [visit, change] = useVisit(restaurant)

  const startOver = useCallback(() => {
    change({ type: 'start-over' })
    scrollTo({ top: 0 })
  }, [change])
  const giveUp = useCallback(() => change({ type: 'give-up' }), [change])

  // An order that nobody waits for any more must not be placed hours later, for nobody.
  const isUnanswered = visit.step === 'sending' && restaurant.service === 'queue' && visit.unanswered > 0
  const { warned, stay } = useIdle({
    watching: visit.step === 'choosing' || isUnanswered,
    somethingToLose: isUnanswered || (visit.step === 'choosing' && visit.basket.items.length > 0),
    onIdle: isUnanswered ? giveUp : startOver,
  })

  function screen() {
    if (visit.step === 'holding') {
      return <YourNumber restaurant={restaurant} reach={reach} visit={visit} change={change} />
    }
    if (visit.step === 'sending' && restaurant.service === 'counter') {
      return <InLine restaurant={restaurant} visit={visit} change={change} />
    }
    if (visit.step === 'sending' && visit.unanswered > 0) {
      return (
        <>
          <StillSending restaurant={restaurant} visit={visit} change={change} />
          {warned && <StillThere onStay={stay} />}
        </>
      )
    }

    const onItsWay = visit.step === 'sending'
    return (
      <div className="kiosk:flex kiosk:min-h-dvh kiosk:flex-col desk:grid desk:grid-cols-[1fr_27rem]">
        <Menu
          restaurant={restaurant}
          basket={visit.basket}
          hasLast={visit.step === 'choosing' && visit.last !== null}
          change={change}
        />
        <YourOrder
          restaurant={restaurant}
          basket={visit.basket}
          notice={visit.step === 'choosing' ? visit.notice : null}
          onItsWay={onItsWay}
          change={change}
          onPlace={() => change({ type: 'place', freshKey: freshKey() })}
          onStartOver={startOver}
        />
        {warned && <StillThere onStay={stay} />}
      </div>
    )
  }

  return (
    <main
      data-screen="kiosk"
      data-step={visit.step}
      onContextMenu={event => event.preventDefault()}
      className="min-h-dvh"
    >
      {screen()}
    </main>
  )
}
