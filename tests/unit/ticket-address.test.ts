import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ticketAddress } from '#app/[restaurant]/kiosk/ticket-address.ts'
import { freshKey } from '#app/fresh-key.ts'

const kiosk = (address: string) => new URL(address)
const lan = { publicUrl: undefined, lanAddress: '192.168.1.7' }

test('a ticket is opened where the kiosk itself was', () => {
  assert.equal(
    ticketAddress(lan, kiosk('http://canteen.local:3000'), 'office', 'abc'),
    'http://canteen.local:3000/office/orders/abc',
  )
})

test('a phone cannot open localhost, so it is sent to the address in the house network', () => {
  for (const here of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
    assert.equal(
      ticketAddress(lan, kiosk(here), 'office', 'abc'),
      'http://192.168.1.7:3000/office/orders/abc',
    )
  }
  assert.equal(
    ticketAddress(lan, kiosk('http://localhost'), 'office', 'abc'),
    'http://192.168.1.7/office/orders/abc',
  )
})

test('a public address goes before all', () => {
  const reach = { publicUrl: 'https://nugget.example', lanAddress: '192.168.1.7' }
  assert.equal(
    ticketAddress(reach, kiosk('http://localhost:3000'), 'office', 'abc'),
    'https://nugget.example/office/orders/abc',
  )
})

test('a key is a random UUID, also where the browser makes none', () => {
  const keys = new Set(Array.from({ length: 100 }, freshKey))
  assert.equal(keys.size, 100)
  for (const key of keys)
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
