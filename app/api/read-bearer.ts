/** What follows `Authorization: Bearer`, or nothing. */
export function readBearer({ headers }: Request): string {
  return /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? ''
}
