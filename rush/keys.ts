import { createHmac, randomBytes } from 'node:crypto'

/** One for each rush. It stays between the rush's process and the web server: no answer carries it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The key with which customer `name` orders, on both sides. Whoever could guess it could take the order, or be in its way. */
export function keyOfCustomer(secret: string, name: number): string {
  return createHmac('sha256', secret).update(`customer ${name}`).digest('base64url')
}
