import 'server-only'
import { BlockList, isIP, isIPv4 } from 'node:net'

type Hops = {
  /** The other end of the connection. */
  socket: string
  /** `X-Forwarded-For`, to which each proxy adds at the end whom it heard. */
  forwardedFor: string | null
}

/**
 * Where a request came from: the nearest address that is no proxy of ours. What stands before that one may be whatever
 * its sender wrote there.
 */
export function sourceAddress({ socket, forwardedFor }: Hops, proxies: BlockList): string {
  let address = plainAddress(socket) ?? socket
  for (const hop of (forwardedFor?.split(',') ?? []).toReversed()) {
    if (!isAmong(proxies, address)) break
    const next = plainAddress(hop.trim())
    if (next === null) break
    address = next
  }
  return address
}

/** Addresses and ranges such as `10.0.0.0/8`, which have been checked. */
export function addressList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    if (bits === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

const isAmong = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, familyOf(address))

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

/** Without a port, brackets, a zone, or the form that IPv4 has among IPv6; null for what is no address. */
function plainAddress(text: string): string | null {
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? []
  const [, withPort] = /^([\d.]+):\d+$/.exec(text) ?? []
  const address = (bracketed ?? withPort ?? text).replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIP(address) === 0 ? null : address
}
