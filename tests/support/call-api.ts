import { request } from 'node:http'
import { newKey, some } from './kitchen-table.ts'

type Answer = { status: number; headers: Headers; body: unknown }

/** An order, posted as the kiosk does. */
export async function postOrder(
  url: string,
  {
    restaurant = 'office',
    key = newKey(),
    body = some('coffee'),
    headers = {},
    signal,
  }: {
    restaurant?: string
    key?: string
    body?: unknown
    headers?: Record<string, string>
    signal?: AbortSignal
  } = {},
): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return call(url, `/api/${restaurant}/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
    body: text,
    signal,
  })
}

export async function call(
  url: string,
  path: string,
  init: RequestInit & { signal?: AbortSignal | undefined } = {},
): Promise<Answer> {
  const response = await fetch(url + path, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

/** A request whose body comes in chunks and does not tell its length. */
export function postChunks(url: string, path: string, chunks: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() }
    const sending = request(url + path, { method: 'POST', headers }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sending.on('error', reject)
    for (const chunk of chunks) sending.write(chunk)
    sending.end()
  })
}
