import { escaped, UNSEEN } from '../core/unseen.ts'

/** JSON with everything unseen escaped. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replaceAll(UNSEEN, escaped)
