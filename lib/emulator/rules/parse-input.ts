import { malformed, ServiceError } from '../state/errors.ts'
import type { NumberShape, Parsed, Shape, StringShape, StructureShape } from '../state/shapes.ts'

interface Violation {
  path: string
  value: string
  constraint: string
}

interface Whole {
  shape: Shape
  raw: unknown
  path: string
  what: 'Member' | 'Map keys' | 'Map value'
}

const patterns = new Map<string, RegExp>()

/** The service's `\s` and `\S` know ASCII white space only. */
function wholeValue(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const source = pattern.replaceAll(String.raw`[\S]`, String.raw`[^ \t\n\v\f\r]`)
  const made = new RegExp(`^(?:${source.replaceAll(String.raw`\s`, String.raw` \t\n\v\f\r`)})$`, 'u')
  patterns.set(pattern, made)
  return made
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

function jsonKind(raw: unknown): string {
  if (typeof raw === 'string') return 'STRING_VALUE'
  if (typeof raw === 'number') return Number.isInteger(raw) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE'
  return raw === true ? 'TRUE_VALUE' : raw === false ? 'FALSE_VALUE' : 'VALUE'
}

function wrongType(raw: unknown, wanted: string): ServiceError {
  if (typeof raw !== 'object') return malformed(`${jsonKind(raw)} can not be converted to ${wanted}`)
  return malformed(
    Array.isArray(raw)
      ? 'Start of list found where not expected'
      : 'Start of structure or map found where not expected.',
  )
}

function show(shape: Shape, value: unknown): string {
  if (shape.type === 'string' && shape.sensitive) return '***'
  if (shape.type === 'list' && Array.isArray(value))
    return `[${value.map((one) => show(shape.member, one)).join(', ')}]`
  if (!isRecord(value)) return String(value)
  const of = (name: string): Shape | undefined =>
    shape.type === 'map'
      ? shape.value
      : shape.type === 'structure'
        ? { ...shape.required, ...shape.optional }[name]
        : undefined
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries.map(([name, one]) => `${name}=${show(of(name) ?? { type: 'boolean' }, one)}`).join(', ')}}`
}

function sizeConstraints(shape: { min?: number; max?: number }, what: 'length' | 'value', size: number) {
  const { min, max } = shape
  return [
    max === undefined ? null : { text: `Member must have ${what} less than or equal to ${max}`, met: size <= max },
    min === undefined ? null : { text: `Member must have ${what} greater than or equal to ${min}`, met: size >= min },
  ].filter((one) => one !== null)
}

function scalarConstraints(shape: StringShape | NumberShape, value: string | number) {
  if (shape.type !== 'string') return sizeConstraints(shape, 'value', Number(value))
  const text = String(value)
  const { pattern, values } = shape
  return [
    ...sizeConstraints(shape, 'length', shape.max === undefined ? 0 : lengthOf(text)),
    ...(pattern
      ? [{ text: `Member must satisfy regular expression pattern: ${pattern}`, met: wholeValue(pattern).test(text) }]
      : []),
    ...(values
      ? [{ text: `Member must satisfy enum value set: [${values.join(', ')}]`, met: values.includes(text) }]
      : []),
  ]
}

/** Characters, not UTF-16 units. */
function lengthOf(text: string): number {
  let pairs = 0
  for (let at = 0; at < text.length; at++) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs++
  return text.length - pairs
}

const isScalar = (shape: Shape): shape is StringShape | NumberShape =>
  shape.type === 'string' || shape.type === 'integer' || shape.type === 'long'

class Walk {
  readonly violations: Violation[] = []

  read(shape: Shape, raw: unknown, path: string): unknown {
    const value = this.#convert(shape, raw, path)
    if (isScalar(shape)) {
      for (const one of scalarConstraints(shape, value as string | number)) {
        if (!one.met) this.violations.push({ path, value: show(shape, value), constraint: one.text })
      }
    }
    return value
  }

  #convert(shape: Shape, raw: unknown, path: string): unknown {
    switch (shape.type) {
      case 'string':
        if (typeof raw === 'string') return raw
        throw wrongType(raw, 'String')
      case 'boolean':
        if (typeof raw === 'boolean') return raw
        throw wrongType(raw, 'Boolean')
      case 'integer':
        if (typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) < 2 ** 31) return raw
        throw wrongType(raw, 'Integer')
      case 'long':
        if (Number.isSafeInteger(raw)) return raw
        throw wrongType(raw, 'Long')
      case 'list':
        if (!Array.isArray(raw)) throw wrongType(raw, 'List')
        this.#size(shape, raw, raw.length, path)
        return this.#elements(
          shape.member,
          raw,
          { shape, raw, path, what: 'Member' },
          (at) => `${path}.${at + 1}.member`,
        )
      case 'map': {
        if (!isRecord(raw)) throw wrongType(raw, 'Map')
        const keys = Object.keys(raw)
        this.#size(shape, raw, keys.length, path)
        const memberPath = (at: number) => `${path}.${keys[at]}.member`
        this.#elements(shape.key, keys, { shape, raw, path, what: 'Map keys' }, memberPath)
        const values = this.#elements(
          shape.value,
          Object.values(raw),
          { shape, raw, path, what: 'Map value' },
          memberPath,
        )
        return Object.fromEntries(keys.map((key, at) => [key, values[at]]))
      }
      case 'structure':
        if (!isRecord(raw)) throw wrongType(raw, 'Structure')
        return this.#members(shape, raw, path)
    }
  }

  #members(shape: StructureShape, raw: Record<string, unknown>, path: string) {
    const parsed: [string, unknown][] = []
    const required = Object.entries(shape.required)
    for (const [at, [name, member]] of [...required, ...Object.entries(shape.optional)].entries()) {
      const memberPath = (path ? `${path}.` : '') + name.charAt(0).toLowerCase() + name.slice(1)
      const value = Object.hasOwn(raw, name) ? raw[name] : undefined
      if (value !== undefined && value !== null) parsed.push([name, this.read(member, value, memberPath)])
      else if (at < required.length) this.#missing(memberPath)
    }
    return Object.fromEntries(parsed)
  }

  #elements(shape: Shape, all: unknown[], whole: Whole, pathOf: (at: number) => string) {
    if (!isScalar(shape)) {
      return all.map((one, at) => (one === null ? this.#missing(pathOf(at)) : this.read(shape, one, pathOf(at))))
    }
    let failed: string[] | undefined
    const values = all.map((one, at) => {
      if (one === null) return this.#missing(pathOf(at))
      const value = this.#convert(shape, one, whole.path) as string | number
      const constraints = scalarConstraints(shape, value)
      if (!failed && constraints.some(({ met }) => !met)) failed = constraints.map(({ text }) => text)
      return value
    })
    if (failed) {
      const constraint = `${whole.what} must satisfy constraint: [${failed.join(', ')}]`
      this.violations.push({ path: whole.path, value: show(whole.shape, whole.raw), constraint })
    }
    return values
  }

  #size(shape: Shape & { min?: number; max?: number }, raw: unknown, size: number, path: string) {
    for (const { text, met } of sizeConstraints(shape, 'length', size)) {
      if (!met) this.violations.push({ path, value: show(shape, raw), constraint: text })
    }
  }

  #missing(path: string) {
    this.violations.push({ path, value: '', constraint: 'Member must not be null' })
    return undefined
  }
}

/** Reads a request's body by its shape. Throws SerializationException, or ValidationException with every violation. */
export function parseInput<S extends StructureShape>(shape: S, raw: unknown): Parsed<S> {
  const walk = new Walk()
  const value = walk.read(shape, raw, '')
  if (walk.violations.length === 0) return value as Parsed<S>
  throw new ServiceError('ValidationException', describe(walk.violations))
}

function describe(violations: Violation[]): string {
  const lines = violations.map(({ path, value, constraint }) => {
    const shown = constraint === 'Member must not be null' ? 'null' : `'${value}'`
    return `Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}`
  })
  return `${lines.length} validation error${lines.length > 1 ? 's' : ''} detected: ${lines.join('; ')}`
}
