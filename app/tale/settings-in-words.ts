import type { Preset, RushSettings } from '#rush/settings.ts'
import { duration } from './duration.ts'
import { capital, count } from './in-words.ts'

export const NAME_OF_PRESET: Record<Preset, string> = {
  quiet: 'Quiet',
  lunch: 'Lunch rush',
  coach: 'Coach party',
  'walk-out': 'A cook walks out',
  overload: 'Overload',
}

/** All that makes the rush that one sees, which need not be what is chosen now. */
export function settingsInWords(settings: RushSettings): string {
  const { preset, seed, speed, perMinute, minutes, apartmentHands, clerks, cooks } = settings
  return [
    `${NAME_OF_PRESET[preset]}, seed ${seed}, ${speed}× as fast as life: ${perMinute} customers a minute for ${duration(minutes * 60_000)}.`,
    `${capital(count(apartmentHands, 'pair'))} of hands near the apartment; ${count(clerks, 'clerk')} and ${count(cooks, 'cook')} near the office.`,
  ].join(' ')
}
