import { isId } from '../core/limits.ts'
import { FILLER, plainText } from './plain-text.ts'

const REGION = '(?:[a-z]{2}|eusc)(?:-[a-z]+){1,3}-\\d{1,2}'
const COLON = `:${FILLER}*`
const HEX = '[0-9a-f]'
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`
/** Where a line may have been broken. */
const GAP = `[\\s${FILLER}>]{0,8}`
const BROKEN = `${`${HEX}${GAP}`.repeat(8)}-${GAP}${`${`${HEX}${GAP}`.repeat(4)}-${GAP}`.repeat(3)}${`${HEX}${GAP}`.repeat(11)}${HEX}`
const BEFORE = '(?<![a-z0-9])'
const AFTER = '(?![a-z0-9])'

const ID = new RegExp(`${BEFORE}${REGION}${COLON}${UUID}${AFTER}`, 'gi')
const BROKEN_ID = new RegExp(`${BEFORE}${REGION}${COLON}${GAP}${BROKEN}${AFTER}`, 'gi')
const LONE_UUID = new RegExp(`${BEFORE}(?<!:${FILLER}*)${UUID}${AFTER}`, 'gi')
const INCOMPLETE = new RegExp(`(?<![a-z0-9:])${REGION}${COLON}(?:${HEX}[0-9a-f-]{2,}|$)`, 'gi')
const OF_A_POOL = /(?:identitypool\/|pool(?:[ _-]?id)?|cognito-identity\.amazonaws\.com:aud)["'`\s:=>[(\0]*$/i
const LINE_END = new RegExp(`[ \\t\\r${FILLER}]*\\n[\\s${FILLER}>]*`, 'g')
const NAME_BEFORE = 60
const NOISE = new RegExp(`[\\s${FILLER}>]`, 'g')
const WHOLE_UUID = new RegExp(`^[\\w-]+:${UUID}$`)

type IdInText = { id: string; isPool: boolean }

/** Every whole id of an identity or a pool in a text, in lower case and each once; their forms are alike. */
export function idsIn(text: string): IdInText[] {
  const { plain, found } = matchesIn(plainText(text))
  if (found.length === 0 && isWholeId(text.trim())) return [{ id: text.trim(), isPool: false }]
  const pools = new Set(found.filter(({ index }) => isPoolAt(plain, index)).map(({ id }) => id))
  return [...new Set(found.map(({ id }) => id))].map((id) => ({ id, isPool: pools.has(id) }))
}

/** Whole ones; where there is none, those that a line's end has broken. */
function matchesIn(plain: string) {
  for (const pattern of [ID, BROKEN_ID]) {
    const found = matchesOf(pattern, plain)
    if (found.length > 0) return { plain, found }
  }
  const joined = plain.replaceAll(LINE_END, '')
  return { plain: joined, found: matchesOf(ID, joined) }
}

/** Ids that lack their Region. */
export const uuidsIn = (text: string): string[] => [
  ...new Set(matchesOf(LONE_UUID, plainText(text)).map(({ id }) => id)),
]

/** Beginnings of ids. */
export const incompleteIdsIn = (text: string): string[] => [
  ...new Set(matchesOf(INCOMPLETE, plainText(text)).map(({ id }) => id)),
]

/** Whether a text is a whole id, also of a service that names its Regions otherwise than AWS. */
const isWholeId = (text: string): boolean => isId(text) && WHOLE_UUID.test(text)

const matchesOf = (pattern: RegExp, plain: string) =>
  [...plain.matchAll(pattern)].map(({ 0: match, index }) => ({ id: match.replaceAll(NOISE, '').toLowerCase(), index }))

const isPoolAt = (plain: string, index: number): boolean =>
  OF_A_POOL.test(plain.slice(Math.max(0, index - NAME_BEFORE), index))
