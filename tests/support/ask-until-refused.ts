/** So long Redis is given to count who asks. Whom it counts later than that, their web process counts for itself alone. */
const COUNTED_WITHIN_MS = 250
const ENDLESS = 100

/**
 * Asks until that is too often, and tells how many were let in, and of how many of them it is sure that Redis counted them: with a limit
 * of three, `counted <= 3 && 3 <= letIn`, whoever stood still meanwhile.
 */
export async function askUntilRefused<Answer extends { status: number }>(
  ask: (turn: number) => Promise<Answer>,
): Promise<{ letIn: number; counted: number; refused: Answer }> {
  let counted = 0
  for (let letIn = 0; letIn < ENDLESS; letIn++) {
    const askedAt = performance.now()
    const answer = await ask(letIn)
    if (answer.status === 429) return { letIn, counted, refused: answer }
    if (performance.now() - askedAt < COUNTED_WITHIN_MS) counted += 1
  }
  throw new Error(`${ENDLESS} were let in`)
}
