import { z } from 'zod'
import { grouped } from '../core/grouped.ts'
import { isOperationId } from '../core/operation-id.ts'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { identityIdSchema } from '../identities/schema.ts'
import { indexFilterSchema } from '../identity-index/schema.ts'
import { poolRefSchema } from '../pools/schema.ts'

/** Characters of the name of a rule, or of its list. */
export const NAME_MAX = 80
const GROWTH_MAX = 1_000
const KEPT_MAX = 1_000_000
/** How many ids one call adds to a keep list. */
export const KEPT_AT_ONCE = 5_000

const ruleId = z.string().refine(isOperationId, 'This is not the id of a rule.')

const keepList = z.object({
  listId: z.string().refine(isOperationId, 'This is not the id of a list.'),
  name: z.string().min(1).max(NAME_MAX).refine(isPlainText, notPlain('A name')),
  count: z
    .int()
    .positive()
    .max(KEPT_MAX, `A keep list has at most ${grouped(KEPT_MAX)} identities.`),
})

/** `weekday`: 0 is Sunday, null for each night. `growth`: percent. `keepList`: what is never deleted. */
const settings = {
  name: z
    .string()
    .trim()
    .min(1, 'Name the rule.')
    .max(NAME_MAX, `A name has at most ${NAME_MAX} characters.`)
    .refine(isPlainText, notPlain('A name')),
  filter: indexFilterSchema.refine(
    ({ modifiedBefore, createdBefore }) => modifiedBefore !== null || createdBefore !== null,
    'Say before when they were made or last changed, such as modified<90d.',
  ),
  weekday: z.int().min(0).max(6).nullable(),
  hour: z.int().min(0, 'An hour is 0 to 23.').max(23, 'An hour is 0 to 23.'),
  most: z.int('A run deletes a whole number of identities.').positive('A run deletes at least one identity.'),
  growth: z
    .int('A whole number of percent.')
    .min(0, 'Percent, from 0.')
    .max(GROWTH_MAX, `At most ${GROWTH_MAX} percent.`),
  keepList: keepList.nullable(),
}

export const poolOfRulesInput = z.object({ pool: poolRefSchema })
export const createRuleInput = z.object({ pool: poolRefSchema, ...settings })
export type RuleSettings = Omit<z.infer<typeof createRuleInput>, 'pool'>

/** A rule is named together with its pool, whose connection decides who may see it. */
export const ruleInput = z.object({ pool: poolRefSchema, ruleId })
/** `version`: as it was seen. */
export const editRuleInput = ruleInput.extend({ version: z.int(), ...settings })
/** `listId`: an id that whoever adds has thought of. */
export const addToKeepListInput = z.object({
  pool: poolRefSchema,
  listId: keepList.shape.listId,
  ids: z.array(identityIdSchema).min(1).max(KEPT_AT_ONCE),
})
/** `runId`: the dry run that was looked at. */
export const approveRunInput = ruleInput.extend({ runId: ruleId })
