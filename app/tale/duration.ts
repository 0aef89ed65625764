/** No line ends there. */
const NO_BREAK = '\u00a0'
/** What would be rounded to ten is ten. */
const TENTHS_UNTIL_MS = 9_950
const UNITS = { hours: () => `${NO_BREAK}h`, minutes: () => `${NO_BREAK}min`, seconds: () => `${NO_BREAK}s` }

/** A time of the story, short, and all in one line: "45 s", "3 min 20 s", "1 h 5 min". */
export function duration(ms: number): string {
  return inTwoUnits(ms, UNITS, NO_BREAK)
}

/** A time of the story that is held against others: with tenths where seconds alone would be alike, "4.5 s", "45 s". */
export function inTenths(ms: number): string {
  return ms < TENTHS_UNTIL_MS ? `${(ms / 1000).toFixed(1)}${UNITS.seconds()}` : duration(ms)
}

/** A time of the story to be read aloud: "45 seconds", "3 minutes and 20 seconds". */
export function spoken(ms: number): string {
  const units = { hours: plural('hour'), minutes: plural('minute'), seconds: plural('second') }
  return inTwoUnits(ms, units, ' and ')
}

/** A time of the story where there is little room: "45 s", "1 min", "1:15". */
export function short(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60 || seconds % 60 === 0) return duration(ms)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function inTwoUnits(
  ms: number,
  units: Record<'hours' | 'minutes' | 'seconds', (many: number) => string>,
  and: string,
): string {
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const of = (many: number, unit: keyof typeof units) => `${many}${units[unit](many)}`
  if (minutes === 0) return of(seconds, 'seconds')
  const [large, small] =
    hours === 0
      ? [of(minutes, 'minutes'), seconds % 60 > 0 && of(seconds % 60, 'seconds')]
      : [of(hours, 'hours'), minutes % 60 > 0 && of(minutes % 60, 'minutes')]
  return small ? `${large}${and}${small}` : large
}

function plural(unit: string): (many: number) => string {
  return many => (many === 1 ? ` ${unit}` : ` ${unit}s`)
}
