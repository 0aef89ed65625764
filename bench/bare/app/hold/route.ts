import { held } from '../held.ts'

export const dynamic = 'force-dynamic'

/** The least that can hold a request: no tag, no time-out, nobody who leaves. */
export async function GET(): Promise<Response> {
  await new Promise<void>(resolve => held().add(resolve))
  return Response.json({ held: true })
}
