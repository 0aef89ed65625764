import type { OfficeSide } from '#rush/rush.ts'
import { apartmentTills } from '../apartment-scene.ts'
import { type Floor, hasRoomForWords } from '../floor.ts'
import { rem } from '../rem.ts'
import { type At, LABEL, officeLabels } from './label-places.ts'
import { Mark } from './mark.tsx'
import { NAME_OF_PART, type Part, STEPS_AT, type Voice } from './vocabulary.ts'

/** What is what in the apartment. */
export function ApartmentLabels({ voice, floor, hands }: { voice: Voice; floor: Floor; hands: number }) {
  const till = apartmentTills(hands, floor)
  const at = { left: till.x + till.width + 12, top: floor.counterY - LABEL }
  return <Label part="clerkWhoCooks" voice={voice} floor={floor} at={at} />
}

/** What is what in the office, and where each of the five steps begins: in the same places whatever the words. */
export function OfficeLabels({ voice, floor, side }: { voice: Voice; floor: Floor; side: OfficeSide }) {
  return officeLabels(side, floor).map(([part, at]) => (
    <Label key={part} part={part} voice={voice} floor={floor} at={at} />
  ))
}

/** Where there is little room the step alone: the legend has the words. */
function Label({ part, voice, floor, at }: { part: Part; voice: Voice; floor: Floor; at: At }) {
  const step = 1 + STEPS_AT.indexOf(part)
  const isShort = !hasRoomForWords(floor)
  if (isShort && step === 0) return null
  return (
    <span
      data-part={part}
      style={{ ...inRem(at), top: rem(at.top) }}
      className="pointer-events-none absolute z-2 flex items-center gap-1.5 rounded-full bg-card py-0.5 pr-2.5 pl-0.5 data-short:p-0 text-base leading-5.5 font-semibold whitespace-nowrap text-ink shadow-[0_0_0_1.5px_var(--ink)]"
      data-short={isShort || undefined}
    >
      {step === 0 ? <span className="w-1" /> : <Mark step={step} />}
      {!isShort && NAME_OF_PART[voice][part]}
    </span>
  )
}

function inRem({ left, right }: At): { left: string } | { right: string } {
  return left === undefined ? { right: rem(right ?? 0) } : { left: rem(left) }
}
