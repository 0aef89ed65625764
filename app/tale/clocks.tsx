'use client'
import { useMemo, useState } from 'react'
import { LOOK_UP_MS } from '#rush/customers.ts'
import type { Rush } from '#rush/rush.ts'
import { Choices } from './choices.tsx'
import { ClocksChart } from './clocks-chart.tsx'
import { duration, spoken } from './duration.ts'
import { MARKS, type Mark } from './place-marks.ts'
import {
  CLOCKS,
  type ClockName,
  type Figures,
  NAME_OF_SIDE,
  readClock,
  SIDES,
  type Side,
} from './three-clocks.ts'

const WORDS: Record<ClockName, { name: string; says: string }> = {
  counter: { name: 'Time at the counter', says: 'Until they were free to sit down' },
  food: {
    name: 'Time to food',
    says: `Until the food was ready. Near the office they look up ${spoken(LOOK_UP_MS)} later and fetch it, which is not counted`,
  },
  'in-vain': { name: 'Walked out', says: 'How long they waited before they left' },
}

/** The three clocks of a rush, one at a time, as they grow. */
export function Clocks({ rush }: { rush: Rush }) {
  const [clock, setClock] = useState<ClockName>('counter')
  const [marks, setMarks] = useState<readonly Mark[]>(MARKS)
  const figures = useMemo(() => readClock(clock, rush), [clock, rush])
  const { name, says } = WORDS[clock]

  return (
    <section aria-labelledby="clocks" className="rounded-[2rem] bg-card p-4 ring-1 ring-line sm:p-6">
      <h3 id="clocks" className="text-xl font-bold sm:text-2xl">
        Three clocks
      </h3>
      <div className="mt-3 flex flex-wrap items-center gap-x-8 gap-y-3">
        <Choices
          legend="Which clock"
          name="clock"
          chosen={clock}
          choices={CLOCKS.map(value => ({ value, label: WORDS[value].name }))}
          onChoose={setClock}
        />
        <Marks marks={marks} onChange={setMarks} />
      </div>
      <p className="mt-3 text-ink-soft">{says}. Each dot is a customer.</p>
      <div className="mt-3 grid items-center gap-x-6 gap-y-3 lg:grid-cols-[1fr_25rem]">
        <div className="min-w-0">
          <SideName side="apartment" />
          <ClocksChart figures={figures} marks={marks} label={inWords(name, figures)} />
          <SideName side="office" />
        </div>
        <FiguresTable name={name} figures={figures} />
      </div>
    </section>
  )
}

function SideName({ side }: { side: Side }) {
  return (
    <p data-side={side} className="group flex items-center gap-2 font-semibold">
      <span
        aria-hidden="true"
        className="size-3.5 rounded-full bg-crust ring-1 ring-crust-deep group-data-[side=office]:bg-preparing group-data-[side=office]:ring-preparing"
      />
      {NAME_OF_SIDE[side]}
    </p>
  )
}

function Marks({ marks, onChange }: { marks: readonly Mark[]; onChange: (marks: readonly Mark[]) => void }) {
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="sr-only">Marks</legend>
      {MARKS.map(mark => (
        <label key={mark} className="flex min-h-11 cursor-pointer items-center gap-2 font-medium">
          <input
            type="checkbox"
            checked={marks.includes(mark)}
            onChange={({ target }) =>
              onChange(MARKS.filter(one => (one === mark ? target.checked : marks.includes(one))))
            }
            className="size-5 accent-ink"
          />
          {mark}
          <span className="font-normal text-ink-soft">
            {mark === 'p50' ? 'half' : 'nineteen in twenty'} took no longer
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function FiguresTable({ name, figures }: { name: string; figures: Record<Side, Figures> }) {
  return (
    <table className="w-full text-left tabular-nums max-sm:text-sm">
      <caption className="sr-only">{name}</caption>
      <thead className="text-ink-soft">
        <tr className="border-line border-b-2">
          <th scope="col" className="py-2">
            <span className="sr-only">Restaurant</span>
          </th>
          {['customers', ...MARKS].map(column => (
            <th key={column} scope="col" className="py-2 pl-4 text-right font-medium max-sm:pl-3">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SIDES.map(side => (
          <tr key={side} data-side={side} className="border-line border-b">
            <th scope="row" className="py-2.5 font-semibold sm:whitespace-nowrap">
              {NAME_OF_SIDE[side]}
            </th>
            <td className="pl-4 text-right max-sm:pl-3">{figures[side].times.length}</td>
            {MARKS.map(mark => (
              <td
                key={mark}
                data-mark={mark}
                className="whitespace-nowrap pl-4 text-right font-semibold max-sm:pl-3"
              >
                {said(figures[side][mark])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function said(ms: number | null): string {
  return ms === null ? '–' : duration(ms)
}

function inWords(name: string, figures: Record<Side, Figures>): string {
  const sides = SIDES.map(side => {
    const { times, p50, p95 } = figures[side]
    return times.length === 0
      ? `${NAME_OF_SIDE[side]}: nobody yet`
      : `${NAME_OF_SIDE[side]}: ${times.length} customers, p50 ${said(p50)}, p95 ${said(p95)}`
  })
  return `${name}. ${sides.join('. ')}.`
}
