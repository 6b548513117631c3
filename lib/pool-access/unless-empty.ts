import { z } from 'zod'

/** A text that may be left empty, and holds to the schema otherwise; `except` lets further texts pass. */
export const unlessEmpty = (schema: z.ZodType<string>, except: (text: string) => boolean = () => false) =>
  z.string().superRefine((text, context) => {
    if (text === '' || except(text)) return
    const first = schema.safeParse(text).error?.issues[0]
    if (first) context.addIssue({ code: 'custom', message: first.message })
  })
