import { z } from 'zod'
import { fromTerraform, type TerraformResource } from './from-terraform.ts'
import type { ImportedPool } from './from-service.ts'

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

const showSchema = z.union([
  z.object({ values: z.object({ root_module: moduleSchema }) }),
  z.object({ planned_values: z.object({ root_module: moduleSchema }) }),
])

/** The identity pools of what `terraform show -json` printed of a state or a plan, or null when it is none. */
export function fromTerraformJson(document: unknown): ImportedPool[] | null {
  const parsed = showSchema.safeParse(document)
  if (!parsed.success) return null
  const { root_module } = 'values' in parsed.data ? parsed.data.values : parsed.data.planned_values
  return fromTerraform(resourcesOf(root_module))
}

const resourcesOf = ({ resources, child_modules }: Module): TerraformResource[] => [
  ...resources
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, type, values }) => ({ address, type, values, notes: [] })),
  ...child_modules.flatMap(resourcesOf),
]
