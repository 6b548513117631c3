import model from './constraints.json' with { type: 'json' }

/** A shape as the API's model has it. */
export interface Shape {
  type: string
  min?: number
  max?: number
  pattern?: string
  enum?: string[]
  member?: string
  key?: string
  value?: string
  required?: string[]
  members?: Record<string, string>
}

export const shapes = new Map<string, Shape>(Object.entries(model.shapes))

export function shapeOf(name: string): Shape {
  const shape = shapes.get(name)
  if (!shape) throw new Error(`no shape ${name}`)
  return shape
}

export const fits = ({ pattern }: Shape, text: string) => !pattern || new RegExp(`^(?:${pattern})$`, 'u').test(text)

/** A string of this length that the pattern admits, if there is one. */
export const textOf = (shape: Shape, length: number) =>
  ['a'.repeat(length), '1'.repeat(length), `a:${'a'.repeat(Math.max(0, length - 2))}`].find(
    (text) => text.length === length && fits(shape, text),
  )

/** The least that the service takes for a shape. */
export function valid(name: string): unknown {
  const shape = shapeOf(name)
  switch (shape.type) {
    case 'string':
      return shape.enum?.[0] ?? textOf(shape, Math.max(shape.min ?? 1, 3)) ?? 'authenticated'
    case 'list':
      return [valid(shape.member ?? '')]
    case 'map':
      return { [String(valid(shape.key ?? ''))]: valid(shape.value ?? '') }
    case 'structure':
      return Object.fromEntries((shape.required ?? []).map((member) => [member, valid(shape.members?.[member] ?? '')]))
    case 'boolean':
      return true
    default:
      return shape.min
  }
}

/** For each operation an input that passes its constraints, and the names of all members it knows. */
export const sampleInputs = () =>
  Object.entries(model.operations).map(([operation, { input }]) => ({
    operation,
    input: valid(input) as object,
    members: Object.keys(shapeOf(input).members ?? {}),
  }))
