import type { Rush } from '#rush/rush.ts'
import { rem } from './rem.ts'

/** So many fit in the smallest wall, with a word that there are more. */
const SHOWN = 7

/** The large display of the office, as it hangs in the lane. */
export function Wall({
  wall,
  left,
  right,
  titles = { preparing: 'Preparing', ready: 'Ready' },
  onPick,
}: {
  wall: Rush['sides']['office']['wall']
  left: number
  right: number
  titles?: { preparing: string; ready: string } | undefined
  /** Somebody pointed at a number. */
  onPick?: ((number: number) => void) | undefined
}) {
  return (
    <div
      style={{ left: rem(left), right: rem(right + 14) }}
      className="mb-2 grid h-28 grid-cols-2 gap-2 rounded-2xl bg-night px-3 py-2.5 text-chalk @min-[40rem]:absolute @min-[40rem]:top-0 @min-[40rem]:z-1 @min-[40rem]:mb-0 @min-[40rem]:h-[7.4rem] @min-[40rem]:gap-3 @min-[40rem]:px-4"
    >
      <Numbers kind="preparing" title={titles.preparing} numbers={wall.preparing} onPick={onPick} />
      <Numbers kind="ready" title={titles.ready} numbers={wall.ready} onPick={onPick} />
    </div>
  )
}

function Numbers({
  kind,
  title,
  numbers,
  onPick,
}: {
  kind: string
  title: string
  numbers: number[]
  onPick: ((number: number) => void) | undefined
}) {
  return (
    <div
      data-kind={kind}
      className="group min-w-0 overflow-hidden data-[kind=preparing]:text-preparing-bright data-[kind=ready]:text-ready-bright"
    >
      <h4 className="text-sm leading-5 font-semibold @min-[70rem]:text-base @min-[70rem]:leading-5">
        {title}
      </h4>
      <ul
        aria-label={title}
        className="flex flex-wrap gap-x-2 text-xl leading-[1.15] font-bold tabular-nums @min-[40rem]:gap-x-3 @min-[40rem]:text-2xl group-data-[kind=preparing]:font-medium"
      >
        {numbers.slice(0, SHOWN).map(number => (
          <li key={number} data-number={number}>
            {onPick ? <NumberToPick number={number} onPick={onPick} /> : number}
          </li>
        ))}
        {numbers.length > SHOWN && <li className="self-end text-sm font-medium text-chalk-soft">and more</li>}
      </ul>
    </div>
  )
}

/** Not on the way of the keyboard, as it comes and goes with its order: the list of customers beneath opens the same. */
function NumberToPick({ number, onPick }: { number: number; onPick: (number: number) => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => onPick(number)}
      className="cursor-pointer hover:underline"
    >
      {number}
    </button>
  )
}
