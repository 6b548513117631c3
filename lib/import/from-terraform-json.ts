import { z } from 'zod'
import { fromTerraform } from './from-terraform.ts'
import type { ImportedPool } from './from-service.ts'
import { planned } from './terraform-plan.ts'
import { targetOf } from './terraform-pool-of.ts'
import { ofPools, type PoolTarget, type TerraformResource } from './terraform-resource.ts'

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

/** The identity pools of what `terraform show -json` printed of a state or a plan, or null when it is none. */
export function fromTerraformJson(document: unknown): ImportedPool[] | null {
  const state = stateSchema.safeParse(document)
  if (state.success) return fromTerraform(resourcesOf(state.data.values.root_module))
  const plan = planSchema.safeParse(document)
  return plan.success ? fromTerraform(planned(document, resourcesOf(plan.data.planned_values.root_module))) : null
}

const resourcesOf = ({ resources, child_modules }: Module): TerraformResource[] => [
  ...resources
    .filter(({ mode, type }) => mode === 'managed' && ofPools.includes(type))
    .map(({ address, type, values }) => ({
      address,
      type,
      values,
      untold: [],
      notes: [],
      of: knownTarget(values['identity_pool_id']),
    })),
  ...child_modules.flatMap(resourcesOf),
]

const knownTarget = (id: unknown): PoolTarget => (typeof id === 'string' ? targetOf(id) : 'untold')
