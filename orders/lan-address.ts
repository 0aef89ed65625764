import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** Bridges and cables between this machine and its own containers: no phone is on them. */
const OF_CONTAINERS = /^(docker|br-|veth|virbr|podman)/
const LINK_LOCAL = /^169\.254\./
/** What houses number their devices with (RFC 1918), the most usual first. */
const HOUSE_NETWORKS = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./]

/** Where other devices in the house reach this machine, as an IPv4 address; undefined when it stands alone. */
export function lanAddress(
  interfaces: Partial<Record<string, NetworkInterfaceInfo[]>> = networkInterfaces(),
): string | undefined {
  const addresses = Object.entries(interfaces)
    .filter(([name]) => !OF_CONTAINERS.test(name))
    .flatMap(([, infos = []]) => infos)
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !LINK_LOCAL.test(address))
    .map(({ address }) => address)
  const [inTheHouse] = HOUSE_NETWORKS.flatMap(network => addresses.filter(address => network.test(address)))
  return inTheHouse ?? addresses[0]
}
