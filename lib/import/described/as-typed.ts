import type { Plain } from '../told/told.ts'

/** A value as somebody would type it, so that it is read back as the same: texts of a list between commas, all else in JSON. */
export function asTyped(value: Plain): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  const isPlainList =
    Array.isArray(value) && value.every((item: Plain) => typeof item === 'string' && /^[^,\n[{"\s][^,\n]*$/.test(item))
  return isPlainList ? value.join(', ') : JSON.stringify(value)
}
