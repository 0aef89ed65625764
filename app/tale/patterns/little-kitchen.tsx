import type { Rush } from '#rush/rush.ts'
import { kitchenInWords } from './kitchen-in-words.ts'

type Office = Rush['sides']['office']

/** So many numbers of each kind are drawn; the words tell the rest. */
const DRAWN = 8

/** The office from behind the counter: the line of orders, the cooks, the wall. As the queue has it. */
export function LittleKitchen({ rush }: { rush: Rush }) {
  const { queued, cooks, wall } = rush.sides.office
  const isClosed = rush.state !== 'running'
  return (
    <figure data-closed={isClosed} className="group">
      <div
        aria-hidden="true"
        className="grid gap-3 rounded-3xl bg-paper-deep p-3 sm:grid-cols-[minmax(5rem,1fr)_auto_minmax(11.5rem,1fr)] sm:p-4"
      >
        <div className="min-h-20 min-w-0">
          <p className="text-sm font-semibold text-ink-soft">In line</p>
          <ul className="mt-1.5 flex flex-row flex-wrap gap-1.5 sm:flex-row-reverse sm:justify-end">
            {queued.slice(0, DRAWN).map(({ number }) => (
              <Paper key={number} number={number} />
            ))}
            {queued.length > DRAWN && <li className="self-center text-ink-soft">and more</li>}
          </ul>
        </div>
        <ul className="flex min-w-0 flex-wrap gap-2 sm:justify-center">
          {cooks.map((cook, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cook is known by the place
            <Cook key={place} {...cook} isClosed={isClosed} />
          ))}
        </ul>
        <LittleWall wall={wall} />
      </div>
      <figcaption className="mt-2 min-h-7 font-medium text-pretty">{kitchenInWords(rush)}</figcaption>
    </figure>
  )
}

function Paper({ number }: { number: number }) {
  return (
    <li className="rounded-lg bg-card px-2.5 py-1 text-lg font-bold tabular-nums text-preparing ring-1 ring-line">
      {number}
    </li>
  )
}

function Cook({ alive, number, pid, isClosed }: Office['cooks'][number] & { isClosed: boolean }) {
  const state = isClosed ? 'away' : !alive ? 'gone' : number === null ? 'idle' : 'cooking'
  return (
    <li
      data-state={state}
      className="group/cook grid w-[5.5rem] justify-items-center rounded-2xl bg-card px-1 pt-2 pb-1.5 ring-1 ring-line data-[state=away]:bg-transparent data-[state=gone]:bg-transparent data-[state=gone]:ring-2 data-[state=gone]:ring-attention"
    >
      <svg
        viewBox="0 0 64 64"
        className="h-14 group-data-[state=away]/cook:opacity-40 group-data-[state=gone]/cook:opacity-30"
        aria-hidden="true"
      >
        <path d="M10 64c0-16 9-24 22-24s22 8 22 24z" fill="#fffdf8" stroke="#e4d8c4" />
        <path d="M24 46h16v18H24z" fill="#d9822b" />
        <circle cx="32" cy="29" r="12" fill="#d9a47a" />
        <path
          d="M28 29v2M36 29v2M28.5 35q3.5 3 7 0"
          fill="none"
          stroke="#231b33"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
        <path
          d="M20 24c-7-1-8-11 0-13 2-8 22-8 24 0 8 2 7 12 0 13z"
          fill="#fffdf8"
          stroke="#e4d8c4"
          strokeWidth="1.5"
        />
      </svg>
      <p className="h-7 text-lg font-bold text-preparing tabular-nums">{!isClosed && number}</p>
      <p className="min-h-[2lh] text-center text-sm leading-tight text-ink-soft group-data-[state=gone]/cook:font-semibold group-data-[state=gone]/cook:text-attention">
        {state === 'gone' ? 'killed' : pid === null || isClosed ? 'not here' : `process ${pid}`}
      </p>
    </li>
  )
}

function LittleWall({ wall }: { wall: Office['wall'] }) {
  return (
    <div className="grid min-h-20 min-w-0 grid-cols-2 gap-2 rounded-2xl bg-night p-3 text-chalk">
      <div className="min-w-0 text-preparing-bright">
        <p className="text-sm font-semibold">Preparing</p>
        <Numbers numbers={wall.preparing} />
      </div>
      <div className="min-w-0 text-ready-bright">
        <p className="text-sm font-semibold">Ready</p>
        <Numbers numbers={wall.ready} />
      </div>
      {wall.attention.length > 0 && (
        <p className="col-span-2 flex flex-wrap items-baseline gap-x-2.5 text-attention-bright">
          <span className="text-sm font-semibold">See the counter</span>
          {wall.attention.slice(0, DRAWN).map(number => (
            <span key={number} className="text-xl leading-snug font-bold tabular-nums">
              {number}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function Numbers({ numbers }: { numbers: number[] }) {
  return (
    <p className="flex flex-wrap gap-x-2.5 text-xl leading-snug font-bold tabular-nums">
      {numbers.slice(0, DRAWN).map(number => (
        <span key={number}>{number}</span>
      ))}
    </p>
  )
}
