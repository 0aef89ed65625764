'use client'
import { useMemo } from 'react'
import type { Customer } from '#rush/customers.ts'
import type { Rush } from '#rush/rush.ts'
import { apartmentScene } from './apartment-scene.ts'
import { COACH } from './coach-in-words.ts'
import type { Floor } from './floor.ts'
import { LanePicture } from './lane-picture.tsx'
import { waits, withLargeOrder } from './large-order.ts'
import { mostInWords } from './most-in-words.ts'
import { officeScene } from './office-scene.ts'
import { type Standing, seenByOthers } from './places.ts'
import { sceneInWords } from './scene-in-words.ts'
import { ApartmentLabels, OfficeLabels } from './switcheroo/labels.tsx'
import { Legend } from './switcheroo/legend.tsx'
import { Steps } from './switcheroo/steps.tsx'
import { HOW, type Voice, WALL } from './switcheroo/vocabulary.ts'
import { NAME_OF_SIDE, type Side } from './three-clocks.ts'
import { Usher } from './usher.ts'

/** One restaurant as the rush has it at this moment: drawn, and in words beneath, with room for the most that they may say. On a phone the words of both stand beneath both pictures. */
export function Lane({
  side,
  rush,
  stood,
  party,
  isSeen,
  voice,
  onPick,
}: {
  side: Side
  rush: Rush
  stood: Standing
  /** Who came with a coach, and orders for all who sit in it. */
  party: Customer | undefined
  isSeen: boolean
  /** In whose words. */
  voice: Voice
  onPick?: ((customer: number) => void) | undefined
}) {
  const { sides } = rush
  const coach = party && waits(rush, side, party.name) ? party : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rush has other customers to remember
  const usher = useMemo(() => new Usher(), [rush.id])
  const sceneOf = useMemo(
    () => (floor: Floor) => {
      const scene =
        side === 'apartment'
          ? apartmentScene(sides.apartment, floor, stood, usher)
          : officeScene(sides.office, floor, stood, usher)
      return { ...withLargeOrder(seenByOthers(scene), coach), coach: coach?.portions ?? null }
    },
    [side, sides, stood, coach, usher],
  )
  const pickNumber = (number: number) => {
    const seat = sides.office.seated.find(seat => seat.number === number)
    if (seat) onPick?.(seat.customer)
  }
  const most = [mostInWords(rush, side, voice), ...(party ? [COACH[voice](party)] : [])].join(' ')
  return (
    <section
      aria-labelledby={`lane-${side}`}
      data-side={side}
      className="rounded-[2rem] bg-card p-4 ring-1 ring-line max-sm:contents sm:px-6 min-[1600px]:py-3"
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-4 max-sm:contents">
        <h3 id={`lane-${side}`} className="scroll-mt-2 text-xl font-bold max-sm:order-1 sm:text-2xl">
          {NAME_OF_SIDE[side]}
        </h3>
        <p className="text-ink-soft wrap-anywhere max-sm:order-5 max-sm:mt-2">
          <span aria-hidden="true" className="font-semibold text-ink sm:hidden">
            {`${NAME_OF_SIDE[side]}: `}
          </span>
          {HOW[voice][side]}
        </p>
      </header>
      <div className="min-w-0 max-sm:order-1">
        <LanePicture
          side={side}
          sceneOf={sceneOf}
          wall={side === 'office' ? sides.office.wall : undefined}
          titles={WALL[voice]}
          isSeen={isSeen}
          overlay={floor =>
            side === 'apartment' ? (
              <ApartmentLabels voice={voice} floor={floor} hands={sides.apartment.hands.length} />
            ) : (
              <OfficeLabels voice={voice} floor={floor} side={sides.office} />
            )
          }
          legend={side === 'office' && <Legend voice={voice} />}
          onPick={onPick}
          onPickNumber={onPick && pickNumber}
        />
      </div>
      <p
        data-most={most}
        data-side={side}
        className="grid font-medium text-pretty *:[grid-area:1/1] before:invisible before:[grid-area:1/1] before:content-[attr(data-most)] max-sm:order-5 max-sm:data-[side=office]:order-7 sm:mt-2"
      >
        <span>
          {sceneInWords(rush, side, stood, voice)}
          {coach && ` ${COACH[voice](coach)}`}
        </span>
      </p>
      {side === 'office' && (
        <div className="max-sm:order-6">
          <Steps voice={voice} />
        </div>
      )}
    </section>
  )
}
