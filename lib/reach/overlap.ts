import { partsOf, type Part } from '../policies/pattern.ts'

/** A place of a pattern: a character, any one, or any number; `none` names a character that is not among them. */
type Place = { text: string } | { one: true } | { many: true; none: string | null }

const FIELDS = 6
/** Names in these placeholders of AWS's table hold no slash, and others may. */
const WITHOUT_SLASH = new Set(['bucketname', 'tablename'])

/** What follows the fifth colon of an ARN or of its pattern; `*` where there are fewer. */
function lastField(arn: string): string {
  const fields = arn.replaceAll(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\u0000')).split(':')
  return fields.length < FIELDS
    ? '*'
    : fields
        .slice(FIELDS - 1)
        .join(':')
        .replaceAll('\u0000', ':')
}

/** Whether some resource of a kind, such as `arn:${Partition}:s3:::${BucketName}`, is one that a pattern may name. */
export function overlaps(pattern: string, template: string): boolean {
  return pattern === '*' || meetsTemplate(pattern, template)
}

function meetsTemplate(pattern: string, template: string): boolean {
  const [, , service = '*'] = pattern.split(':', 3)
  const [, , own = ''] = template.split(':', 3)
  const isOf =
    service === own || (/[*?]|\$\{/.test(service + own) && meet(placesOf(partsOf(service)), placesOf(partsOf(own))))
  return isOf && meet(placesOfPattern(pattern), placesOfTemplate(template))
}

const MOST = 10_000

/** A function of a text that is asked again and again. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size > MOST) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

const placesOfPattern = remembered((pattern) => placesOf(partsOf(lastField(pattern))))

/** Whether a pattern names any resource of a kind, whatever it is called; Regions and accounts aside. */
export function coversAll(pattern: string, template: string): boolean {
  return pattern === '*' || fitsStrange(pattern, template)
}

function fitsStrange(pattern: string, template: string): boolean {
  const strange = lastField(template).replaceAll(/\$\{[^}]*\}/g, '\u0001')
  return meet(placesOf(partsOf(lastField(pattern), { variables: false })), placesOf([{ kind: 'text', text: strange }]))
}

const placesOf = (parts: readonly Part[]): Place[] =>
  parts.flatMap((part): Place[] => {
    if (part.kind === 'text') return [...part.text].map((text) => ({ text }))
    return part.kind === 'one' ? [{ one: true }] : [{ many: true, none: null }]
  })

const placesOfTemplate = remembered((template): Place[] =>
  lastField(template)
    .split(/(\$\{[^}]*\}|\*)/)
    .flatMap((piece): Place[] => {
      if (piece === '*') return [{ many: true, none: null }]
      if (!piece.startsWith('${')) return [...piece].map((text) => ({ text }))
      return [{ many: true, none: WITHOUT_SLASH.has(piece.slice(2, -1).toLowerCase()) ? '/' : null }]
    }),
)

/** Whether there is a text that fits both. */
function meet(one: readonly Place[], other: readonly Place[]): boolean {
  const wide = other.length + 1
  const seen = new Uint8Array((one.length + 1) * wide)
  const open: [number, number][] = [[0, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [left, right] = next
    if (seen[left * wide + right] === 1) continue
    seen[left * wide + right] = 1
    const [mine, theirs] = [one[left], other[right]]
    if (mine === undefined && theirs === undefined) return true
    if (mine && 'many' in mine) {
      open.push([left + 1, right])
      if (theirs && ('many' in theirs || takes(mine, theirs))) open.push([left, right + 1])
    }
    if (theirs && 'many' in theirs) {
      open.push([left, right + 1])
      if (mine && ('many' in mine || takes(theirs, mine))) open.push([left + 1, right])
    }
    if (mine && theirs && !('many' in mine) && !('many' in theirs) && alike(mine, theirs))
      open.push([left + 1, right + 1])
  }
  return false
}

const takes = ({ none }: { none: string | null }, place: Place): boolean => !('text' in place) || place.text !== none

const alike = (one: Place, other: Place): boolean => !('text' in one) || !('text' in other) || one.text === other.text
