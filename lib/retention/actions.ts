'use server'

import { store } from '../db/open.ts'
import { printFilter } from '../identity-index/filter-text.ts'
import { defineAction } from '../operation/define-action.ts'
import { approveFirstRun } from './approve-run.ts'
import { addToKeepList } from './keep-lists.ts'
import { changeRule, dropRule, makeRule, pauseRule, readRule, resumeRule, rulesOf } from './rules.ts'
import { beginRun } from './runs.ts'
import {
  addToKeepListInput,
  approveRunInput,
  createRuleInput,
  editRuleInput,
  poolOfRulesInput,
  ruleInput,
} from './schema.ts'

/** A pool's retention rules, each with its last runs. */
export const listRetentionRules = defineAction({
  name: 'ListRetentionRules',
  effect: 'read',
  permission: 'retention:read',
  input: poolOfRulesInput,
  run: (_context, { pool }) => rulesOf(pool),
})

/** A new rule. It deletes nothing before a person has approved its first run. Errors: `CONFLICT`. */
export const createRetentionRule = defineAction({
  name: 'CreateRetentionRule',
  effect: 'write',
  permission: 'retention:write',
  input: createRuleInput,
  audited: ({ filter, ...input }) => ({ ...input, filter: printFilter(filter) }),
  async run({ actor, operationId }, { pool, ...settings }) {
    await makeRule(store(), { ruleId: operationId, pool, settings, actor, at: Date.now() })
    return readRule(pool, operationId)
  },
})

/** Changes a rule, whose next run is a dry run again. Errors: `NOT_FOUND`, `CONFLICT` when it is another by now. */
export const editRetentionRule = defineAction({
  name: 'EditRetentionRule',
  effect: 'write',
  permission: 'retention:write',
  input: editRuleInput,
  audited: ({ filter, ...input }) => ({ ...input, filter: printFilter(filter) }),
  async run({ audit }, { pool, ruleId, version, ...settings }) {
    audit.before(await readRule(pool, ruleId))
    await changeRule(store(), { ruleId, pool, version, settings, at: Date.now() })
    const rule = await readRule(pool, ruleId)
    audit.after(rule)
    return rule
  },
})

/** Adds up to 5,000 identities to a keep list, which a rule of the pool may then have. Errors: `CONFLICT`. */
export const addToRetentionList = defineAction({
  name: 'AddToRetentionList',
  effect: 'write',
  permission: 'retention:write',
  input: addToKeepListInput,
  audited: ({ ids, ...input }) => ({ ...input, count: ids.length }),
  async run(_context, { pool, listId, ids }) {
    await addToKeepList(store(), { pool, listId, ids, at: Date.now() })
    return { count: ids.length }
  },
})

/** Deletes a rule and the list of its runs. Errors: `NOT_FOUND`. */
export const deleteRetentionRule = defineAction({
  name: 'DeleteRetentionRule',
  effect: 'write',
  permission: 'retention:write',
  input: ruleInput,
  async run({ audit }, { pool, ruleId }) {
    audit.before(await readRule(pool, ruleId))
    await dropRule(store(), ruleId)
    return { ruleId }
  },
})

/** Holds a rule back till somebody lets it go on; a deletion that runs is a job and goes on. Errors: `NOT_FOUND`. */
export const pauseRetentionRule = defineAction({
  name: 'PauseRetentionRule',
  effect: 'write',
  permission: 'retention:write',
  input: ruleInput,
  async run(_context, { pool, ruleId }) {
    const rule = await readRule(pool, ruleId)
    await store()
      .transaction()
      .execute((transaction) => pauseRule(transaction, rule, { reason: null, at: Date.now() }))
    return readRule(pool, ruleId)
  },
})

/** Lets a paused rule go on, with a dry run first. Errors: `NOT_FOUND`, `CONFLICT`. */
export const resumeRetentionRule = defineAction({
  name: 'ResumeRetentionRule',
  effect: 'write',
  permission: 'retention:write',
  input: ruleInput,
  async run(_context, { pool, ruleId }) {
    await resumeRule(store(), await readRule(pool, ruleId), Date.now())
    return readRule(pool, ruleId)
  },
})

/** Begins a run of a rule before its hour. Errors: `NOT_FOUND`, `CONFLICT` when one is under way. */
export const runRetentionRule = defineAction({
  name: 'RunRetentionRule',
  effect: 'write',
  permission: 'retention:write',
  input: ruleInput,
  async run({ actor }, { pool, ruleId }) {
    const rule = await readRule(pool, ruleId)
    return { runId: await beginRun(store(), { rule, askedBy: actor.name, at: Date.now() }) }
  },
})

/** Lets a rule delete what its dry run found, and from then on by itself. Errors: `NOT_FOUND`, `CONFLICT`. */
export const approveRetentionRun = defineAction({
  name: 'ApproveRetentionRun',
  effect: 'write',
  permission: 'retention:write',
  input: approveRunInput,
  async run({ actor }, { pool, ruleId, runId }) {
    const rule = await readRule(pool, ruleId)
    await approveFirstRun(store(), { rule, runId, actor, at: Date.now() })
    return readRule(pool, ruleId)
  },
})
