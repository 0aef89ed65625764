'use client'
import { useMemo } from 'react'
import type { Station } from '#rush/foretell.ts'
import { foretell } from '#rush/foretell.ts'
import { ENDED, type Rush } from '#rush/rush.ts'
import { RushSettings } from '#rush/settings.ts'
import { suchDays } from '#rush/such-days.ts'
import {
  busyInWords,
  expectedInWords,
  FORMULAS,
  LINE_NAMES,
  measuredInWords,
  usualInWords,
  verdictInWords,
} from './in-words.ts'
import { type Line, linesOf } from './lines.ts'
import { OfferLongDay, type Play } from './offer-long-day.tsx'

/** What theory expects of such a day in the long run, beside what this one measured; while it goes on and after. `onPlay` plays another day. */
export function Theory({ rush, onPlay }: { rush: Rush; onPlay?: Play | undefined }) {
  const settings = JSON.stringify(rush.settings)
  const isOver = rush.state === 'done'
  // Two hundred days are arithmetic of some milliseconds, done once, when there is a whole day to hold against them.
  const usual = useMemo(
    () => (isOver ? suchDays(RushSettings.parse(JSON.parse(settings))) : null),
    [isOver, settings],
  )
  const lines = linesOf(rush, usual)
  const { apartment, office } = foretell(rush.settings)
  const longestMs = Math.max(1, ...lines.flatMap(endsOf))
  return (
    <section aria-labelledby="theory" className="rounded-[2rem] bg-card p-4 ring-1 ring-line sm:p-6">
      <h3 id="theory" className="text-xl font-bold sm:text-2xl">
        What theory says
      </h3>
      <p className="mt-2 max-w-4xl text-ink-soft text-pretty">
        Nobody has to try: how long people wait follows from how often they come and how long each takes.
        Theory tells the mean of a day that never began and never ends. A day like this one begins with nobody
        in line and is soon over, so it is also held against two hundred such days with other customers, which
        the computer works out.
      </p>
      <ul className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-3">
        <Busy name="Hands near the apartment" station={apartment.hands} />
        <Busy name="Clerks near the office" station={office.clerks} />
        <Busy name="Cooks near the office" station={office.cooks} />
      </ul>
      <Legend hasInterval={lines.some(({ interval }) => interval !== null)} />
      <ol className="mt-2 grid gap-4">
        {lines.map(line => (
          <LineView key={line.name} line={line} rush={rush} longestMs={longestMs} />
        ))}
      </ol>
      {isTooShort(rush, lines) && <OfferLongDay seed={rush.settings.seed} onPlay={onPlay} />}
      <Formulas lines={lines} />
    </section>
  )
}

/** It is over, and of no line was there anything to tell. */
function isTooShort({ state }: Rush, lines: Line[]): boolean {
  return ENDED.includes(state) && lines.every(({ interval }) => interval === null)
}

function Busy({ name, station }: { name: string; station: Station }) {
  return (
    <li data-full={station.busy >= 1} className="group">
      <p className="font-semibold">{name}</p>
      <div aria-hidden="true" className="mt-1 h-3 overflow-hidden rounded-full bg-paper-deep">
        <div
          style={{ width: `${Math.min(100, station.busy * 100)}%` }}
          className="h-full rounded-full bg-preparing group-data-[full=true]:bg-attention"
        />
      </div>
      <p className="mt-1 text-ink-soft group-data-[full=true]:font-semibold group-data-[full=true]:text-attention">
        {busyInWords(station)}
      </p>
    </li>
  )
}

function LineView({ line, rush, longestMs }: { line: Line; rush: Rush; longestMs: number }) {
  const { name, verdict, stations } = line
  const usual = usualInWords(line)
  const id = `theory-${name}`
  return (
    <li
      aria-labelledby={id}
      data-side={name === 'apartment' ? 'apartment' : 'office'}
      data-verdict={verdict}
      className="group border-line border-t pt-3"
    >
      <h4 id={id} className="font-semibold">
        {LINE_NAMES[name]}
      </h4>
      <div className="mt-2 grid gap-x-8 gap-y-2 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <dl className="grid grid-cols-[6.5rem_1fr] content-start gap-y-1">
          <dt className="text-ink-soft">Theory</dt>
          <dd className="font-medium">
            {expectedInWords(line)}{' '}
            <span className="font-normal text-ink-soft">
              ({stations.map(({ called }) => called).join(', then ')})
            </span>
          </dd>
          <dt className="text-ink-soft">Measured</dt>
          <dd className="font-medium">{measuredInWords(line)}</dd>
          {usual && (
            <>
              <dt className="text-ink-soft">Such days</dt>
              <dd className="font-medium">{usual}</dd>
            </>
          )}
        </dl>
        <div>
          <Scale line={line} longestMs={longestMs} />
          <p className="mt-1 group-data-[verdict=agrees]:font-medium group-data-[verdict=agrees]:text-ready group-data-[verdict=endless]:font-medium group-data-[verdict=endless]:text-attention">
            {verdictInWords(line, rush)}
          </p>
        </div>
      </div>
    </li>
  )
}

/** From here to there. */
const BRACKET =
  'border-ink border-x-2 bg-linear-to-r from-ink to-ink bg-size-[100%_2px] bg-center bg-no-repeat'

/** What each mark in the pictures is. */
function Legend({ hasInterval }: { hasInterval: boolean }) {
  return (
    <ul className="mt-5 flex flex-wrap gap-x-6 gap-y-1 font-medium">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="h-6 w-1 rounded-full bg-ink" />
        what theory expects
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="size-3.5 rounded-full bg-crust-deep" />
        <span aria-hidden="true" className="-ml-1 size-3.5 rounded-full bg-preparing" />
        what was measured
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="h-3.5 w-8 rounded-full bg-mustard/70" />
        <span aria-hidden="true" className="-ml-1 h-3.5 w-8 rounded-full bg-preparing-bright" />
        nineteen in twenty such days, when the day is over
      </li>
      {hasInterval && (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className={`h-4 w-10 ${BRACKET}`} />
          the interval of the long run
        </li>
      )}
    </ul>
  )
}

/** Where such days lie as a bar, what was measured as a dot with its interval, and theory as a mark across. */
function Scale({
  line: { expectedMs, meanMs, usual, interval },
  longestMs,
}: {
  line: Line
  longestMs: number
}) {
  const at = (ms: number) => `${(100 * ms) / longestMs}%`
  return (
    <div aria-hidden="true" className="relative h-8">
      <div className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 bg-line" />
      {usual && (
        <div
          style={{ left: at(usual.least), right: `calc(100% - ${at(usual.most)})` }}
          className="absolute top-1/2 h-3.5 -translate-y-1/2 rounded-full bg-mustard/70 group-data-[side=office]:bg-preparing-bright"
        />
      )}
      {meanMs !== null && (
        <div
          style={{ left: at(meanMs) }}
          className="absolute top-1/2 size-3.5 -translate-1/2 rounded-full bg-crust-deep group-data-[side=office]:bg-preparing"
        />
      )}
      {interval && (
        <div
          data-mark="interval"
          style={{ left: at(Math.max(0, interval.least)), right: `calc(100% - ${at(interval.most)})` }}
          className={`absolute top-1/2 h-4 -translate-y-1/2 ${BRACKET}`}
        />
      )}
      {expectedMs !== null && (
        <div
          style={{ left: at(expectedMs) }}
          className="absolute inset-y-0 w-1 -translate-x-1/2 rounded-full bg-ink"
        />
      )}
    </div>
  )
}

function Formulas({ lines }: { lines: Line[] }) {
  const methods = [...new Set(lines.flatMap(({ stations }) => stations.map(({ method }) => method)))]
  return (
    <details className="mt-4 border-line border-t pt-3">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">The formulas behind it</summary>
      <dl className="mt-3 grid gap-4 lg:grid-cols-2">
        {methods.map(method => (
          <div key={method}>
            <dt className="font-semibold">{FORMULAS[method].name}</dt>
            <dd className="mt-1 rounded-xl bg-paper-deep px-3 py-2 font-medium">
              {FORMULAS[method].formula}
            </dd>
            <dd className="mt-1 text-ink-soft text-pretty">{FORMULAS[method].says}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-4xl text-ink-soft text-pretty">
        “Busy” is the part of the time in which those who serve have something to do, and “spread” is how much
        times differ, measured against their mean. The food near the office waits twice, for the clerk and for
        a cook. What leaves a clerk comes by chance again (Burke 1956), so the cooks’ line is foretold in the
        same way.
      </p>
      <p className="mt-3 max-w-4xl text-ink-soft text-pretty">
        Customers who come one after the other wait for the same people, so forty of them tell far less than
        forty strangers would. The interval of a long day is made of five stretches of it, each so long that
        the line forgot who was in it, and without the beginning, when the line was empty (batch means; A. M.
        Law, Simulation Modeling and Analysis, 2015). Of a thousand such intervals in our tests, nine hundred
        and more hold the true mean.
      </p>
    </details>
  )
}

function endsOf({ expectedMs, meanMs, usual, interval }: Line): number[] {
  return [expectedMs ?? 0, meanMs ?? 0, usual?.most ?? 0, interval?.most ?? 0]
}
