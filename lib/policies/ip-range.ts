type Address = { bits: number; value: bigint }

/** An address as a number; null for a text that is none. */
function addressOf(text: string): Address | null {
  if (!text.includes(':')) {
    const value = groupsOf(text.split('.'), { count: 4, digits: /^(?:0|[1-9]\d{0,2})$/, base: 10, most: 255 })
    return value === null ? null : { bits: 32, value }
  }
  const halves = withoutDots(text).split('::')
  if (halves.length > 2) return null
  const [start = [], end = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - start.length - end.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...start, ...Array<string>(missing).fill('0'), ...end]
  const value = groupsOf(groups, { count: 8, digits: /^[\da-f]{1,4}$/i, base: 16, most: 0xff_ff })
  return value === null ? null : { bits: 128, value }
}

/** An IPv6 address may end as an IPv4 address does. */
function withoutDots(text: string): string {
  const start = text.lastIndexOf(':') + 1
  const address = text.includes('.') ? addressOf(text.slice(start)) : null
  if (address === null) return text
  const half = (shift: bigint) => ((address.value >> shift) & 0xff_ffn).toString(16)
  return `${text.slice(0, start)}${half(16n)}:${half(0n)}`
}

type Groups = { count: number; digits: RegExp; base: number; most: number }

function groupsOf(groups: readonly string[], { count, digits, base, most }: Groups): bigint | null {
  if (groups.length !== count) return null
  let value = 0n
  for (const group of groups) {
    const number = Number.parseInt(group, base)
    if (!digits.test(group) || number > most) return null
    value = value * BigInt(most + 1) + BigInt(number)
  }
  return value
}

/** Whether an address lies in a range such as `203.0.113.0/24` or `2001:db8::/32`; one without a length is one address. */
export function inRange(range: string, text: string): boolean {
  const [start = '', length, ...more] = range.split('/')
  const from = addressOf(start)
  const address = addressOf(text)
  if (from === null || address === null || from.bits !== address.bits || more.length > 0) return false
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return false
  const prefix = length === undefined ? from.bits : Number(length)
  if (prefix > from.bits) return false
  const rest = BigInt(from.bits - prefix)
  return from.value >> rest === address.value >> rest
}
