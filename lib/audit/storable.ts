import 'server-only'
import { mask } from '../log/mask.ts'

/** The longest text, and the longest JSON, that an entry keeps: longer ones say how much is missing. */
const TEXT_MAX = 10_000
export const JSON_MAX = 1_000_000

/** A text as both engines keep it and give it back: well-formed, without NUL, bounded. Bytes and hash stay the same. */
export function storableText(text: string): string {
  const whole =
    text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}… (${text.length - TEXT_MAX} more characters)` : text
  return whole.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** A value without secrets, each text of it storable. */
export const storable = (value: unknown): unknown => eachText(mask(value))

function eachText(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(eachText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [storableText(name), eachText(member)]))
}

/** How the JSON begins that stands for one that is too long. */
export const CUT = '{"tooLong":'

/** JSON of a storable value; of one that is too long only that it is. */
export function storableJson(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const json = JSON.stringify(value)
  return json.length > JSON_MAX ? JSON.stringify({ tooLong: `${json.length} characters were not kept` }) : json
}
