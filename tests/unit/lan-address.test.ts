import assert from 'node:assert/strict'
import type { NetworkInterfaceInfo } from 'node:os'
import { test } from 'node:test'
import { lanAddress } from '#orders/lan-address.ts'

test('a phone is led to the house network, not to a bridge of containers that comes first', () => {
  const interfaces = {
    lo: [at('127.0.0.1', true)],
    docker0: [at('172.17.0.1')],
    'br-1f2e3d4c5b6a': [at('192.168.64.1')],
    veth12ab: [at('10.9.9.9')],
    virbr0: [at('192.168.122.1')],
    wlan0: [at('10.1.2.3')],
  }
  assert.equal(lanAddress(interfaces), '10.1.2.3')
})

for (const [what, addresses, expected] of [
  ['192.168 goes before 10', ['10.8.0.2', '192.168.1.20'], '192.168.1.20'],
  ['10 goes before 172.16/12', ['172.20.0.2', '10.0.0.5'], '10.0.0.5'],
  ['a private address goes before a public one', ['203.0.113.7', '172.31.0.2'], '172.31.0.2'],
  ['172.32 is not private', ['203.0.113.7', '172.32.0.2'], '203.0.113.7'],
  ['a public address is better than none', ['203.0.113.7'], '203.0.113.7'],
  ['an address that a device gave itself is none', ['169.254.3.4'], undefined],
] as const) {
  test(what, () => {
    const interfaces = Object.fromEntries(addresses.map((address, index) => [`eth${index}`, [at(address)]]))
    assert.equal(lanAddress(interfaces), expected)
  })
}

test('a machine that stands alone has none', () => {
  assert.equal(lanAddress({ lo: [at('127.0.0.1', true)] }), undefined)
})

function at(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '', cidr: null }
}
