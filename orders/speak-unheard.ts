/**
 * Lets this process go on when nobody reads any more what it says (whoever started it was killed, a terminal was closed).
 * Without this each word ends in an error, and Next.js answers an error that nobody handles with a word: for ever, at a whole core,
 * deaf to every signal.
 */
export function speakUnheard(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
