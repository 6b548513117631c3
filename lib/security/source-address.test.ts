import { expect, test } from 'vitest'
import { addressList, sourceAddress } from './source-address.ts'

const proxies = addressList(['10.0.0.0/8', '192.0.2.1', 'fd00::/8'])

test.each<[string, string, string | null, string]>([
  ['the other end where nothing stands between', '203.0.113.9', null, '203.0.113.9'],
  ['the other end, whatever it says of others', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
  ['whom our proxy heard', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['the last that no proxy of ours wrote about', '10.0.0.1', '1.1.1.1, 198.51.100.7, 192.0.2.1', '198.51.100.7'],
  ['the first where all are ours', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['our proxy where it names nobody', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['our proxy where it says nothing', '10.0.0.1', '', '10.0.0.1'],
  ['IPv4 that comes as IPv6', '::ffff:203.0.113.9', null, '203.0.113.9'],
  ['IPv4 of our proxy that comes as IPv6', '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['an address with its port', '10.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
  ['IPv6 in brackets', 'fd00::1', '[2001:db8::9]:4711', '2001:db8::9'],
])('a request came from %s', (_, socket, forwardedFor, address) => {
  expect(sourceAddress({ socket, forwardedFor }, proxies)).toBe(address)
})

test('without proxies of ours nobody is believed', () => {
  expect(sourceAddress({ socket: '127.0.0.1', forwardedFor: '198.51.100.7' }, addressList([]))).toBe('127.0.0.1')
})
