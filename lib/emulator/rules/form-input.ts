import { validationError } from '../state/iam-errors.ts'
import type { Shape } from '../state/shape.ts'

/**
 * What a form of the query protocol says, as JSON of a shape: `Tags.member.1.Key=a` is `{ Tags: [{ Key: 'a' }] }`. What
 * the shape does not know is passed over. Throws ValidationError for a word in the place of a number or a truth.
 */
export function formInput(shape: Shape, form: ReadonlyMap<string, string>, path = ''): unknown {
  const under = (name: string) => (path === '' ? name : `${path}.${name}`)
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries({ ...shape.required, ...shape.optional })
      return Object.fromEntries(members.map(([name, member]) => [name, given(member, form, under(name))]))
    }
    case 'list': {
      const numbers = [...form.keys()].flatMap((key) =>
        key.startsWith(under('member.')) ? [Number.parseInt(key.slice(under('member.').length), 10)] : [],
      )
      const places = [...new Set(numbers.filter((one) => one > 0))].toSorted((one, other) => one - other)
      return places.map((place) => formInput(shape.member, form, under(`member.${place}`)))
    }
    case 'integer':
    case 'long':
      return read(form.get(path) ?? '', /^-?\d{1,15}$/, Number)
    case 'boolean':
      return read(form.get(path) ?? '', /^(?:true|false)$/i, (text) => text.toLowerCase() === 'true')
    default:
      return form.get(path)
  }
}

/** Undefined for what the form does not name at all. */
function given(shape: Shape, form: ReadonlyMap<string, string>, path: string): unknown {
  const isNamed = form.has(path) || [...form.keys()].some((key) => key.startsWith(`${path}.`))
  return isNamed ? formInput(shape, form, path) : undefined
}

function read<T>(text: string, pattern: RegExp, convert: (text: string) => T): T {
  if (!pattern.test(text)) throw validationError(`The value '${text}' is not of the type that is wanted.`)
  return convert(text)
}
