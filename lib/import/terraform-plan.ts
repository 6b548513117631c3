import { z } from 'zod'
import { targetOf } from './terraform-pool-of.ts'
import { computed, POOL, type PoolTarget, type TerraformResource } from './terraform-resource.ts'

const referencesSchema = z.object({ references: z.array(z.string()) })
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

const withoutIndexes = (address: string): string => address.replaceAll(/\[[^\]]*\]/g, '')

/** What a plan does not know yet of its resources is noted, and which pool they are of is taken from its configuration. */
export function planned(document: unknown, resources: TerraformResource[]): TerraformResource[] {
  const { data } = planSchema.safeParse(document)
  const unknown = new Map(data?.resource_changes.map(({ address, change }) => [address, change.after_unknown]))
  const references = new Map(data?.configuration ? poolReferences(data.configuration.root_module, '') : [])
  return resources.map((resource) => {
    const { address } = resource
    const untold = untoldOf(unknown.get(address))
    return {
      ...resource,
      of: resource.of === 'untold' ? targetInPlan(address, references) : resource.of,
      untold: untold.flatMap((path) => (/^\w+$/.test(path) ? [path] : [])),
      notes: untold.map((path) => `${address}: ${path} is not known before the plan is applied, so it was left out.`),
    }
  })
}

function targetInPlan(address: string, references: Map<string, string>): PoolTarget {
  const reference = references.get(withoutIndexes(address))
  if (reference === undefined) return 'untold'
  const target = targetOf(reference)
  if (typeof target === 'string' || 'id' in target) return target
  const path = /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*)/.exec(address)?.[1] ?? ''
  return { address: `${path}${target.address}` }
}

/** By its address without indexes, what each resource says of its pool. */
function poolReferences({ resources, module_calls }: Module, prefix: string): [string, string][] {
  return [
    ...resources.flatMap(({ address, expressions }): [string, string][] => {
      const all = referencesSchema.safeParse(expressions['identity_pool_id']).data?.references ?? []
      const reference = all.find((one) => one.startsWith(`${POOL}.`)) ?? all[0]
      return reference === undefined ? [] : [[`${prefix}${address}`, reference]]
    }),
    ...Object.entries(module_calls).flatMap(([name, { module }]) =>
      module ? poolReferences(module, `${prefix}module.${name}.`) : [],
    ),
  ]
}

/** The paths of what is true in a tree of unknowns. */
function untoldOf(tree: unknown, path = ''): string[] {
  if (tree === true) return [path]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, part]) => {
    if (path === '' && computed.has(key)) return []
    return untoldOf(part, path === '' ? key : Array.isArray(tree) ? `${path}[${key}]` : `${path}.${key}`)
  })
}
