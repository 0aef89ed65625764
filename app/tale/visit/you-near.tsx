'use client'
import { useMemo } from 'react'
import { drawCustomers } from '#rush/customers.ts'
import type { Person, Rush } from '#rush/rush.ts'
import { RushSettings } from '#rush/settings.ts'
import { ageOf } from '../ages.ts'
import { apartmentScene } from '../apartment-scene.ts'
import type { Floor } from '../floor.ts'
import { LanePicture } from '../lane-picture.tsx'
import { whoeverOrdersForMany, withLargeOrder } from '../large-order.ts'
import { officeScene } from '../office-scene.ts'
import { type Scene, visitor } from '../places.ts'
import { NAME_OF_SIDE, type Side } from '../three-clocks.ts'
import { Usher } from '../usher.ts'
import { whyItEnded } from '../why-it-ended.ts'
import { moral } from './moral.ts'
import type { Visit, You } from './visit.ts'
import { apartmentWithYou, officeWithYou } from './with-you.ts'
import { howOldYouAre, whereYouAre } from './you-in-words.ts'

const EMPTY: Record<Side, string> = {
  apartment: 'Nobody is here but the one behind the counter.',
  office: 'Nobody is here but the people who work here.',
}

/** One restaurant with the reader in it: drawn, and in words. On a phone, where there are two, what is said of both stands side by side beneath both pictures. */
export function YouNear({
  side,
  rush,
  you,
  visit,
  isSeen,
  isAlone,
}: {
  side: Side
  rush: Rush
  you: You | null
  visit: Visit | null
  isSeen: boolean
  isAlone: boolean
}) {
  const settings = JSON.stringify(rush.settings)
  const customers = useMemo(() => drawCustomers(RushSettings.parse(JSON.parse(settings))), [settings])
  const large = whoeverOrdersForMany(customers)
  const stoodMs = visit?.sinceMs ?? 0
  const apartment = you ? apartmentWithYou(rush.sides.apartment, you) : rush.sides.apartment
  const office = you ? officeWithYou(rush.sides.office, you) : rush.sides.office

  // biome-ignore lint/correctness/useExhaustiveDependencies: another rush has other customers to remember
  const usher = useMemo(() => new Usher(), [rush.id])
  const sceneOf = (floor: Floor): Scene => {
    const stood = (name: Person) =>
      name === 'guest'
        ? stoodMs
        : Math.max(0, rush.storyMs - (customers[name - 1]?.arrivesAtMs ?? rush.storyMs))
    const scene = withLargeOrder(
      side === 'apartment'
        ? apartmentScene(apartment, floor, stood, usher)
        : officeScene(office, floor, stood, usher),
      large,
    )
    if (you?.at !== 'door') return scene
    const atTheDoor = { x: floor.inside + floor.figure * 0.45, y: floor.height - 12, height: floor.figure }
    return { ...scene, people: [...scene.people, { ...visitor('guest', stood, 'here'), ...atTheDoor }] }
  }

  const moreOf = (you: You) => {
    if (you.at === 'fed') return moral(rush, side, large)
    if (you.at === 'gone') return whyItEnded(rush)
    return howOldYouAre(you, stoodMs)
  }
  const around =
    side === 'apartment'
      ? { line: apartment.line, served: apartment.hands, customers }
      : { line: office.line, served: office.clerks, customers }
  return (
    <section
      aria-label={`You, ${isAlone ? '' : 'in both, '}${NAME_OF_SIDE[side].toLowerCase()}`}
      data-side={side}
      data-you={you?.at ?? 'none'}
      data-alone={isAlone || undefined}
      className="group/you flex min-w-0 flex-col rounded-[2rem] bg-card p-4 ring-1 ring-line max-sm:not-data-alone:contents min-[1600px]:py-3 sm:px-6 xl:data-alone:grid xl:data-alone:grid-cols-[minmax(0,1fr)_24rem] xl:data-alone:gap-x-8"
    >
      {!isAlone && (
        <h3 className="col-span-2 scroll-mt-2 text-xl font-bold sm:text-2xl">{NAME_OF_SIDE[side]}</h3>
      )}
      <div className="order-1 min-h-32 text-xl group-data-alone/you:max-sm:mt-3 max-sm:group-not-data-alone/you:min-h-36 max-sm:group-not-data-alone/you:text-base max-sm:group-not-data-alone/you:leading-snug sm:order-none sm:mt-1 sm:mb-3 min-[100rem]:mt-0 min-[100rem]:mb-2 lg:min-h-42 xl:min-h-28 xl:group-data-alone/you:order-1 xl:group-data-alone/you:mt-6 xl:group-data-alone/you:text-2xl">
        <p role="status" className="font-semibold text-pretty">
          {you ? whereYouAre(side, you, around) : EMPTY[side]}
          {(you?.at === 'line' || you?.at === 'till') && (
            <span className="sr-only"> You are {ageOf(stoodMs).words}.</span>
          )}
        </p>
        {you && <p className="text-ink-soft text-pretty">{moreOf(you)}</p>}
      </div>
      <div className="col-span-2 flex min-w-0 grow flex-col xl:group-data-alone/you:col-span-1">
        {side === 'apartment' && !isAlone && (
          <p className="mb-2 grid min-h-24 grow place-items-center rounded-2xl border-2 border-line border-dashed px-4 text-center text-ink-soft max-lg:hidden">
            No numbers here, and no display: one stands until it is one’s turn.
          </p>
        )}
        <LanePicture
          side={side}
          sceneOf={sceneOf}
          wall={side === 'office' ? rush.sides.office.wall : undefined}
          isSeen={isSeen}
          isLarge={isAlone}
        />
      </div>
    </section>
  )
}
