import { ServiceError } from '../state/errors.ts'
import type { Parsed, Shape, StructureShape } from '../state/shape.ts'
import { isRecord, readScalar, wrongType } from './json-type.ts'
import { isScalar, scalarConstraints, sizeConstraints } from './shape-constraints.ts'
import { describeViolations, showValue, type Violation } from './violation.ts'

interface Whole {
  shape: Shape
  raw: unknown
  path: string
  what: 'Member' | 'Map keys' | 'Map value'
}

class Walk {
  readonly violations: Violation[] = []

  read(shape: Shape, raw: unknown, path: string): unknown {
    const value = this.#convert(shape, raw, path)
    if (isScalar(shape)) {
      for (const one of scalarConstraints(shape, value as string | number)) {
        if (!one.met) this.violations.push({ path, value: showValue(shape, value), constraint: one.text })
      }
    }
    return value
  }

  #convert(shape: Shape, raw: unknown, path: string): unknown {
    switch (shape.type) {
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
      default:
        return readScalar(shape, raw)
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
      this.violations.push({ path: whole.path, value: showValue(whole.shape, whole.raw), constraint })
    }
    return values
  }

  #size(shape: Shape & { min?: number; max?: number }, raw: unknown, size: number, path: string) {
    for (const { text, met } of sizeConstraints(shape, 'length', size)) {
      if (!met) this.violations.push({ path, value: showValue(shape, raw), constraint: text })
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
  throw new ServiceError('ValidationException', describeViolations(walk.violations))
}
