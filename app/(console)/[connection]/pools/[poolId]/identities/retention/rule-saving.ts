import type { PoolRef } from '#lib/core/refs.ts'
import { newOperationId } from '#lib/core/operation-id.ts'
import { write, type Act } from '#lib/operation/write.ts'
import { addToRetentionList, createRetentionRule, editRetentionRule } from '#lib/retention/actions.ts'
import type { KeepListOfRule, RetentionRule } from '#lib/retention/rule.ts'
import { createRuleInput, KEPT_AT_ONCE, NAME_MAX, type RuleSettings } from '#lib/retention/schema.ts'

/** A file whose ids a rule shall leave. */
export type NewKeepList = { name: string; ids: readonly string[] }

type Wanted = {
  pool: PoolRef
  /** The rule that is changed, as it was seen; null for a new one. */
  rule: Pick<RetentionRule, 'ruleId' | 'version'> | null
  settings: Omit<RuleSettings, 'keepList'>
  /** One that it has, one that is handed over first, or none. */
  keepList: KeepListOfRule | NewKeepList | null
}

/** Saves a rule after its keep list was handed over. Errors: as of the actions; with none of them the rule is another. */
export const ruleSaving = {
  async mutationFn({ input: { pool, rule, settings, keepList }, operationId }: Act<Wanted>): Promise<RetentionRule> {
    const file = keepList !== null && 'ids' in keepList ? keepList : null
    const all = { pool, ...settings, keepList: file ? newList(file) : (keepList as KeepListOfRule | null) }
    // A long list is not handed over for a rule that is refused anyway.
    if (file && all.keepList && createRuleInput.safeParse(all).success)
      await handOver(pool, all.keepList.listId, file.ids)
    if (rule === null) return write(createRetentionRule, all, operationId)
    return write(editRetentionRule, { ...all, ruleId: rule.ruleId, version: rule.version }, operationId)
  },
  meta: { handled: true },
}

const newList = ({ name, ids }: NewKeepList): KeepListOfRule => ({
  listId: newOperationId(),
  name: name.slice(0, NAME_MAX),
  count: ids.length,
})

async function handOver(pool: PoolRef, listId: string, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += KEPT_AT_ONCE)
    await write(addToRetentionList, { pool, listId, ids: ids.slice(start, start + KEPT_AT_ONCE) }, newOperationId())
}
