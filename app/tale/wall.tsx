import type { Rush } from '#rush/rush.ts'

const SHOWN = 8

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
      style={{ left, right: right + 14 }}
      className="grid min-h-24 grid-cols-2 gap-3 rounded-2xl bg-night px-4 py-2.5 text-chalk group-data-narrow/lane:mb-2 group-not-data-narrow/lane:absolute group-not-data-narrow/lane:top-0 group-not-data-narrow/lane:z-1 group-not-data-narrow/lane:h-[7.4rem]"
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
      <h4 className="text-sm font-semibold">{title}</h4>
      <ul
        aria-label={title}
        className="flex flex-wrap gap-x-3 text-2xl leading-[1.15] font-bold tabular-nums group-data-[kind=preparing]:font-medium"
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
