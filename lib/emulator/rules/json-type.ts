import { malformed, type ServiceError } from '../state/errors.ts'
import type { BooleanShape, NumberShape, StringShape } from '../state/shape.ts'

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

function jsonKind(raw: unknown): string {
  if (typeof raw === 'string') return 'STRING_VALUE'
  if (typeof raw === 'number') return Number.isInteger(raw) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE'
  return raw === true ? 'TRUE_VALUE' : raw === false ? 'FALSE_VALUE' : 'VALUE'
}

/** The SerializationException for JSON of another type than the one that is wanted. */
export function wrongType(raw: unknown, wanted: string): ServiceError {
  if (typeof raw !== 'object') return malformed(`${jsonKind(raw)} can not be converted to ${wanted}`)
  return malformed(
    Array.isArray(raw)
      ? 'Start of list found where not expected'
      : 'Start of structure or map found where not expected.',
  )
}

/** A single value of the shape's type, its constraints unseen. Throws SerializationException. */
export function readScalar(shape: StringShape | NumberShape | BooleanShape, raw: unknown): string | number | boolean {
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
      if (typeof raw === 'number' && Number.isSafeInteger(raw)) return raw
      throw wrongType(raw, 'Long')
  }
}
