import { useOnScreen } from '#app/tale/use-on-screen.ts'
import { usePoll } from '#app/use-poll.ts'
import type { Visit } from '#rush/visit.ts'

/** One customer’s visit to both restaurants as far as it is known, while `watch`, the ref of what shows it, is on the screen. */
export function useVisit(rushId: string, customer: number) {
  const [watch, isWatched] = useOnScreen()
  const { reading, trouble } = usePoll<Visit>(`/api/tale/rushes/${rushId}/customers/${customer}`, {
    isWatched,
  })
  return { watch, visit: reading?.data ?? null, isGone: trouble === 'gone' }
}
