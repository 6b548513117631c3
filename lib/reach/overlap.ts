import { partsOf, type Part } from '../policies/pattern.ts'
import { MANY, meet, ONE, placesFrom, WITHIN, type Places } from './meet.ts'

/** The service and the last field of an ARN's pattern; `wild`: the service is a pattern itself. */
type Fields = { service: Places; name: string; wild: boolean; last: Places }

const FIELDS = 6
/** Names in these placeholders of AWS's table hold no slash, and others may. */
const WITHOUT_SLASH = new Set(['bucketname', 'tablename'])

/** What follows the fifth colon of an ARN or of its pattern; `*` where there are fewer. */
function lastField(arn: string): string {
  const plain = !arn.includes('${')
  const whole = plain ? arn : arn.replaceAll(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\u0000'))
  let at = -1
  for (let colons = 1; colons < FIELDS; colons += 1) {
    at = whole.indexOf(':', at + 1)
    if (at === -1) return '*'
  }
  const last = whole.slice(at + 1)
  return plain ? last : last.replaceAll('\u0000', ':')
}

/** Whether some resource of a kind, such as `arn:${Partition}:s3:::${BucketName}`, is one that a pattern may name. */
export function overlaps(pattern: string, template: string): boolean {
  if (pattern === '*') return true
  const [mine, theirs] = [ofPattern(pattern), ofTemplate(template)]
  const isOf = mine.name === theirs.name || ((mine.wild || theirs.wild) && meet(mine.service, theirs.service))
  return isOf && meet(mine.last, theirs.last)
}

/** Whether a pattern names any resource of a kind, whatever it is called; Regions and accounts aside. */
export const coversAll = (pattern: string, template: string): boolean =>
  pattern === '*' || meet(ofPattern(pattern).plain, ofTemplate(template).strange)

const MOST = 50_000

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

const serviceIn = (arn: string): string => arn.split(':', 3)[2] ?? '*'
const isWild = (service: string): boolean => /[*?]|\$\{/.test(service)

/** `plain`: as it is before version 2012-10-17, where a variable is text. */
const ofPattern = remembered((pattern): Fields & { plain: Places } => {
  const [service, last] = [serviceIn(pattern), lastField(pattern)]
  const places = placesOf(partsOf(last))
  return {
    service: placesOf(partsOf(service)),
    name: service,
    wild: isWild(service),
    last: places,
    plain: last.includes('${') ? placesOf(partsOf(last, { variables: false })) : places,
  }
})

/** `strange`: with a name that nobody gave in place of each placeholder. */
const ofTemplate = remembered((template): Fields & { strange: Places } => {
  const [service, last] = [serviceIn(template), lastField(template)]
  return {
    service: placesOf(partsOf(service)),
    name: service,
    wild: isWild(service),
    last: placesFrom(last.split(/(\$\{[^}]*\}|\*)/).flatMap(placesOfPiece)),
    strange: placesFrom([...last.replaceAll(/\$\{[^}]*\}/g, '\u0001')]),
  }
})

const placesOf = (parts: readonly Part[]): Places =>
  placesFrom(
    parts.flatMap((part): (string | number)[] => {
      if (part.kind === 'text') return [...part.text]
      return [part.kind === 'one' ? ONE : MANY]
    }),
  )

function placesOfPiece(piece: string): (string | number)[] {
  if (piece === '*') return [MANY]
  if (!piece.startsWith('${')) return [...piece]
  return [WITHOUT_SLASH.has(piece.slice(2, -1).toLowerCase()) ? WITHIN : MANY]
}
