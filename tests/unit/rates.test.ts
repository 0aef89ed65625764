import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from '#orders/rates.ts'

test('an IPv4 address stands for itself, also where it is written as IPv6', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
})

test('all IPv6 addresses of one network are one place', () => {
  for (const address of ['2001:db8:0:7::1', '2001:DB8:0:7:1:2:3:4', '2001:0db8:0000:0007::']) {
    assert.equal(networkOf(address), '2001:db8:0:7::/64')
  }
  assert.notEqual(networkOf('2001:db8:0:8::1'), '2001:db8:0:7::/64')
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
})

test('what a proxy wrote that is no address is a place of its own', () => {
  assert.equal(networkOf('unknown'), 'unknown')
})
