import { environment } from './environment.ts'
import type { Restaurant } from './restaurant.ts'

/** How fast `restaurant` cooks: as the setting says, but where a shift has times of its own. */
export function kitchenSpeed({ shift }: Restaurant): number {
  return shift ? 1 : environment().kitchenSpeed
}
