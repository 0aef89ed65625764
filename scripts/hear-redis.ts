import { connect } from 'node:net'

/** Whether the Redis at this socket says anything when it is greeted: also that it is loading its log, or busy, or has too many visitors. */
export function hearRedis(socket: string, withinMs: number): Promise<boolean> {
  return new Promise(resolve => {
    const connection = connect(socket)
    const end = (heard: boolean) => () => {
      connection.destroy()
      resolve(heard)
    }
    connection.setTimeout(withinMs, end(false))
    connection.once('data', end(true)).once('error', end(false)).once('close', end(false))
    connection.write('PING\r\n')
  })
}
