import { connect } from 'node:net'

/** What came back on the wire until the server closed the connection; `status` is 0 when nothing did. */
export type RawAnswer = { status: number; headers: Headers; body: string; tookMs: number }

/**
 * Sends bytes as they are, which no client would let one send, and reads until the server closes. Rejects when it keeps the
 * connection open for longer than `withinMs`.
 */
export function sendRaw(url: string, bytes: string | Buffer, withinMs = 10_000): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    const tooLong = setTimeout(() => {
      socket.destroy()
      reject(new Error(`still open after ${withinMs} ms`))
    }, withinMs)
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', () => undefined) // a reset ends it as a close does
    socket.on('close', () => {
      clearTimeout(tooLong)
      resolve({ ...parse(Buffer.concat(chunks).toString()), tookMs: performance.now() - startedAt })
    })
  })
}

/** A request without a body, after which the connection closes. */
export function requestLine(method: string, path: string, ...headers: string[]): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: nugget', 'Connection: close', ...headers, '', ''].join('\r\n')
}

function parse(text: string): Omit<RawAnswer, 'tookMs'> {
  const [head = '', ...rest] = text.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, '').split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = new Headers()
  for (const line of lines)
    headers.append(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1))
  const body = rest.join('\r\n\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1] ?? 0),
    headers,
    body: headers.get('transfer-encoding') === 'chunked' ? unchunk(body) : body,
  }
}

function unchunk(body: string): string {
  const bytes = Buffer.from(body)
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString(), 16)
    if (!size) break
    text += bytes.subarray(lineEnd + 2, lineEnd + 2 + size).toString()
    at = lineEnd + 2 + size + 2
  }
  return text
}
