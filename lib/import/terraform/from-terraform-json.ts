import { z } from 'zod'
import type { DescribedPool } from '../described/described-pool.ts'
import { isPart, toTold, type ToldValue } from '../told/told.ts'
import { fromTerraform } from './from-terraform.ts'
import { planned } from './plan.ts'
import { targetOf } from './pool-of.ts'
import { kindOf, type PoolTarget, type TerraformResource } from './resource.ts'

const moduleSchema = z.object({
  resources: z
    .array(
      z.object({
        address: z.string(),
        type: z.string(),
        mode: z.string().default('managed'),
        values: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default([]),
  get child_modules() {
    return z.array(moduleSchema).default([])
  },
})
type Module = z.infer<typeof moduleSchema>

const stateSchema = z.object({ values: z.object({ root_module: moduleSchema }) })
const planSchema = z.object({ planned_values: z.object({ root_module: moduleSchema }) })
const fileSchema = z.object({
  version: z.number(),
  resources: z.array(
    z.object({
      mode: z.string().default('managed'),
      type: z.string(),
      name: z.string(),
      module: z.string().optional(),
      instances: z
        .array(
          z.object({
            index_key: z.union([z.string(), z.number()]).optional(),
            attributes: z.record(z.string(), z.unknown()).nullish(),
          }),
        )
        .default([]),
    }),
  ),
})

/** The identity pools of a state, a plan in JSON, or a state's file; null when it is none. Errors: `TooMuch`. */
export function fromTerraformJson(document: unknown): DescribedPool[] | null {
  const plan = planSchema.safeParse(document)
  if (plan.success) return fromTerraform(planned(document, resourcesOf(plan.data.planned_values.root_module)))
  const state = stateSchema.safeParse(document)
  if (state.success) return fromTerraform(resourcesOf(state.data.values.root_module))
  const file = fileSchema.safeParse(document)
  return file.success ? fromTerraform(resourcesOfFile(file.data)) : null
}

const resourcesOf = ({ resources, child_modules }: Module): TerraformResource[] => [
  ...resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ address, type, values }) => toResource(type, address, values)),
  ...child_modules.flatMap(resourcesOf),
]

const resourcesOfFile = ({ resources }: z.infer<typeof fileSchema>): TerraformResource[] =>
  resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ type, name, module, instances }) =>
      instances.flatMap(({ index_key: index, attributes }) => {
        const key = index === undefined ? '' : `[${JSON.stringify(index)}]`
        return toResource(type, `${module === undefined ? '' : `${module}.`}${type}.${name}${key}`, attributes ?? {})
      }),
    )

/** None for a resource that says nothing of a pool. */
function toResource(type: string, address: string, attributes: Record<string, unknown>): TerraformResource[] {
  const kind = kindOf(type)
  if (!kind) return []
  const values: Record<string, ToldValue> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const told = toTold(value)
    if (told !== null && !(isPart(told) && told.is === 'list' && told.items.length === 0)) values[name] = told
  }
  return [{ ...kind, address, values, notes: [], unmade: null, of: knownTarget(values['identity_pool_id']) }]
}

const knownTarget = (id: unknown): PoolTarget => (typeof id === 'string' ? targetOf(id) : 'untold')
