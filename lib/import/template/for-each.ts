import { TooMuch } from '../told/told.ts'
import { isFields, type Fields } from './template.ts'

const MOST = 20_000

/** Writes the loops of a template out, `Fn::ForEach`; one over what is not told stays as one turn by its own name. */
export function withoutLoops(resources: Fields, parameters: Fields): Fields {
  let made = 0
  const expand = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(expand)
    if (!isFields(value)) return value
    made += 1
    if (made > MOST) throw new TooMuch()
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
        if (!key.startsWith('Fn::ForEach::') || !Array.isArray(member)) return [[key, expand(member)]]
        const [name, over, body] = member as unknown[]
        const turns = itemsOf(over, parameters)?.map((item) => put(body, String(name), item)) ?? [body]
        return turns.flatMap((turn) => Object.entries(Object(expand(turn)) as Fields))
      }),
    )
  }
  return hasLoops(resources) ? (expand(resources) as Fields) : resources
}

const hasLoops = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(hasLoops)
    : isFields(value) && Object.entries(value).some(([key, one]) => key.startsWith('Fn::ForEach::') || hasLoops(one))

function itemsOf(over: unknown, parameters: Fields): string[] | null {
  if (Array.isArray(over)) return over.every((item) => typeof item === 'string') ? over : null
  const parameter = isFields(over) && typeof over['Ref'] === 'string' ? parameters[over['Ref']] : undefined
  const preset = isFields(parameter) ? parameter['Default'] : undefined
  return typeof preset === 'string' ? preset.split(',').map((item) => item.trim()) : null
}

/** A body with an item in place of its name, in keys too. */
function put(body: unknown, name: string, item: string): unknown {
  const inText = (text: string) =>
    text.replaceAll(`\${${name}}`, () => item).replaceAll(`&{${name}}`, () => item.replaceAll(/[^A-Za-z0-9]/g, ''))
  if (typeof body === 'string') return inText(body)
  if (Array.isArray(body)) return body.map((one) => put(one, name, item))
  if (!isFields(body)) return body
  if (body['Ref'] === name && Object.keys(body).length === 1) return item
  return Object.fromEntries(Object.entries(body).map(([key, one]) => [inText(key), put(one, name, item)]))
}
