const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Where phones reach this server: `publicUrl` if one is set; `lanAddress` is the server's own in the house network. */
export type Reach = { publicUrl: string | undefined; lanAddress: string | undefined }

/** The address of a ticket as a phone can open it: `localhost` would be the phone itself. */
export function ticketAddress(
  { publicUrl, lanAddress }: Reach,
  here: Pick<Location, 'protocol' | 'hostname' | 'port' | 'origin'>,
  slug: string,
  id: string,
): string {
  return `${publicUrl ?? origin(lanAddress, here)}/${slug}/orders/${id}`
}

function origin(lanAddress: string | undefined, here: Parameters<typeof ticketAddress>[1]): string {
  if (!lanAddress || !LOOPBACK.test(here.hostname)) return here.origin
  return `${here.protocol}//${lanAddress}${here.port && `:${here.port}`}`
}
