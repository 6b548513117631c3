import { z } from 'zod'

export type Fields = Record<string, unknown>
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fields = z.record(z.string(), z.unknown())
const orEmpty = fields
  .nullish()
  .catch({})
  .transform((value) => value ?? {})
const templateSchema = z.object({
  Parameters: orEmpty,
  Mappings: orEmpty,
  Conditions: orEmpty,
  Resources: fields,
})

/** The sections of a template that count here; those that are empty or not as a template has them are empty. */
export type Template = z.infer<typeof templateSchema> & {
  /** The file of Serverless around it, whose variables may point into it. */
  serverless: Fields | null
  /** Files of which its resources are too, as it names them. */
  elsewhere: string[]
}

/**
 * The templates in a document: it is one, it has one under `TemplateBody` or under `resources` as Serverless does, which
 * keeps what it made of that in its state, or it is nothing but resources. Empty for anything else.
 */
export function templatesOf(document: unknown, parseText: (text: string) => unknown[]): Template[] {
  if (!isFields(document)) return []
  const { TemplateBody: body, resources } = document
  if (typeof body === 'string') return parseText(body).flatMap((one) => templatesOf(one, parseText))
  if (isFields(body)) return templatesOf(body, parseText)
  const { service } = document
  const { provider } = isFields(service) ? service : {}
  const compiled = isFields(provider) ? provider['compiledCloudFormationTemplate'] : undefined
  if (isFields(compiled)) return templatesOf(compiled, parseText)
  const whole = templateSchema.safeParse(document)
  if (whole.success) return [{ ...whole.data, serverless: null, elsewhere: [] }]
  const parts = (Array.isArray(resources) ? resources : [resources]).filter(isFields)
  const inServerless = parts.flatMap((part) => {
    const one = templateSchema.safeParse(part)
    return one.success ? [one.data] : areResources(part) ? [templateSchema.parse({ Resources: part })] : []
  })
  const [first] = inServerless
  if (first)
    return [
      {
        Parameters: Object.assign({}, ...inServerless.map((one) => one.Parameters)) as Fields,
        Mappings: Object.assign({}, ...inServerless.map((one) => one.Mappings)) as Fields,
        Conditions: Object.assign({}, ...inServerless.map((one) => one.Conditions)) as Fields,
        Resources: Object.assign({}, ...inServerless.map((one) => one.Resources)) as Fields,
        serverless: document,
        elsewhere: Array.isArray(resources) ? resources.filter((one) => typeof one === 'string') : [],
      },
    ]
  return areResources(document)
    ? [{ ...templateSchema.parse({ Resources: document }), serverless: null, elsewhere: [] }]
    : []
}

/** Whether there is a resource of CloudFormation among the members. */
const areResources = (value: Fields): boolean =>
  Object.values(value).some(
    (one) => isFields(one) && typeof one['Type'] === 'string' && /^(?:AWS|Custom)::/.test(one['Type']),
  )
