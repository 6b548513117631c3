import { z } from 'zod'
import { ask, isPart, listOf, mapOf, type ToldValue, scalarText } from '../told/told.ts'
import { targetOf } from './pool-of.ts'
import { computed, type PoolTarget, type TerraformResource } from './resource.ts'

const moduleSchema = z.object({
  resources: z
    .array(z.object({ address: z.string(), expressions: z.record(z.string(), z.unknown()).default({}) }))
    .default([]),
  get module_calls() {
    return z.record(z.string(), z.object({ module: moduleSchema.optional() })).default({})
  },
})
type Module = z.infer<typeof moduleSchema>

const planSchema = z.object({
  resource_changes: z
    .array(z.object({ address: z.string(), change: z.object({ after_unknown: z.unknown() }) }))
    .default([]),
  configuration: z.object({ root_module: moduleSchema.default({ resources: [], module_calls: {} }) }).optional(),
})
type Expressions = Readonly<Record<string, unknown>>

const REASON = 'is not known before the plan is applied'
const withoutIndexes = (address: string): string => address.replaceAll(/\[[^\]]*\]/g, '')

/**
 * What a plan does not know yet of its resources is asked for by what its configuration names there, and which pool they
 * are of is taken from the same.
 */
export function planned(document: unknown, resources: readonly TerraformResource[]): TerraformResource[] {
  const { data } = planSchema.safeParse(document)
  const unknown = new Map(data?.resource_changes.map(({ address, change }) => [address, change.after_unknown]))
  const configuration = new Map(data?.configuration ? expressionsOf(data.configuration.root_module, '') : [])
  return resources.map((resource) => {
    const { address, values } = resource
    const expressions = configuration.get(withoutIndexes(address)) ?? {}
    const open = unknown.get(address)
    const names = Object.keys(typeof open === 'object' && open !== null ? open : {}).filter(
      (name) => !computed.has(name),
    )
    const all = names.map((name) => {
      const value = withUnknown(
        values[name] ?? null,
        Reflect.get(Object(open), name),
        expressions[name],
        `${address}.${name}`,
      )
      return [name, value] as const
    })
    return {
      ...resource,
      values: { ...settled(values, open), ...Object.fromEntries(all.filter(([, value]) => value !== null)) },
      of: resource.of === 'untold' ? targetInPlan(address, expressions) : resource.of,
    }
  })
}

/** All tags are those of the resource while nothing more is known of them. */
function settled(values: TerraformResource['values'], open: unknown): TerraformResource['values'] {
  const { tags_all: _, ...rest } = values
  return JSON.stringify(Reflect.get(Object(open), 'tags_all') ?? null).includes('true') ? rest : values
}

/** A value with what is not known of it. */
function withUnknown(value: ToldValue, open: unknown, expression: unknown, id: string): ToldValue {
  if (open === true) return ask(referenceOf(expression, id) ?? id, { reason: REASON })
  if (typeof open !== 'object' || open === null) return value
  const members =
    isPart(value) && value.is === 'map' ? new Map(value.entries.map(([key, one]) => [scalarText(key), one])) : null
  const items = isPart(value) && value.is === 'list' ? value.items : []
  if (Array.isArray(open)) {
    const many = Math.max(items.length, open.length)
    if (many === 0) return value
    return listOf(
      Array.from({ length: many }, (_, index) =>
        withUnknown(items[index] ?? null, open[index], Reflect.get(Object(expression), index), `${id}[${index}]`),
      ),
    )
  }
  const keys = new Set([...(members?.keys() ?? []), ...Object.keys(open)])
  if (keys.size === 0) return value
  return mapOf(
    [...keys].map((key) => [
      key,
      withUnknown(
        members?.get(key) ?? null,
        Reflect.get(open, key),
        Reflect.get(Object(expression), key),
        `${id}.${key}`,
      ),
    ]),
  )
}

const referencesSchema = z.object({ references: z.array(z.string()) })
const referencesOf = (expression: unknown): string[] => referencesSchema.safeParse(expression).data?.references ?? []

/** Where an argument is as a rule nothing but what it names. */
const bare: readonly (readonly [place: RegExp, reference: RegExp])[] = [
  [/\.client_id$/, /^aws_cognito_user_pool_client\..*\.id$/],
  [/\.provider_name$/, /^aws_cognito_user_pool\..*\.endpoint$/],
  [/\.role_arn$/, /^aws_iam_role\..*\.arn$/],
]

/** The one thing that an expression is as a rule, such as `aws_iam_role.user.arn`; a plan does not tell what stands around it. */
function referenceOf(expression: unknown, place: string): string | null {
  const [first, ...others] = referencesOf(expression)
  const isWhole = first !== undefined && others.every((one) => first.startsWith(one))
  return isWhole && bare.some(([at, what]) => at.test(place) && what.test(first)) ? first : null
}

function targetInPlan(address: string, expressions: Expressions): PoolTarget {
  const all = referencesOf(expressions['identity_pool_id'])
  const reference = all.find((one) => /^(?:aws|awscc)_cognito_identity_pool\./.test(one)) ?? all[0]
  if (reference === undefined) return 'untold'
  const target = targetOf(reference)
  if (typeof target === 'string' || 'id' in target) return target
  const path = /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*)/.exec(address)?.[1] ?? ''
  return { address: `${path}${target.address}` }
}

/** By its address without indexes, what each resource's arguments are made of. */
function expressionsOf({ resources, module_calls }: Module, prefix: string): [string, Expressions][] {
  return [
    ...resources.map(({ address, expressions }): [string, Expressions] => [`${prefix}${address}`, expressions]),
    ...Object.entries(module_calls).flatMap(([name, { module }]) =>
      module ? expressionsOf(module, `${prefix}module.${name}.`) : [],
    ),
  ]
}
