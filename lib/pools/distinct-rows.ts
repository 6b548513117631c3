import type { z } from 'zod'

/** Refuses a row of a form that says the same as one before it, at its `field`; rows of which nothing is given may repeat. */
export const distinctRows =
  <T>(field: string, keyOf: (row: T) => string, message: string) =>
  (rows: T[], context: z.RefinementCtx): void => {
    const keys = rows.map(keyOf)
    for (const [index, key] of keys.entries())
      if (key !== '' && keys.indexOf(key) !== index) context.addIssue({ code: 'custom', path: [index, field], message })
  }
