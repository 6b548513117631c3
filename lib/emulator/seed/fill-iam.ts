import { entityId } from '../state/entity-id.ts'
import { insertPolicy, insertVersion, policyArn } from '../state/iam-policies.ts'
import { attachPolicy, insertRole, roleArn, saveInlinePolicy } from '../state/iam-roles.ts'
import type { Store } from '../state/store.ts'
import { demoPolicies, demoRoles } from './demo-roles.ts'

const ONE_HOUR = 3600
const DAY = 24 * 60 * 60 * 1000
const TWO_YEARS = 730 * DAY

/** Puts into a store’s IAM the roles that pools of the demonstration name, and the policies that they have. */
export function fillIam(store: Store, account: string, now: number) {
  const created = now - (now % DAY) - TWO_YEARS
  const arnOf = (name: string) => policyArn(account, { path: '/', name })
  for (const { name, description, document } of demoPolicies(account)) {
    const number = insertPolicy(store, {
      name,
      id: entityId('ANPA', name),
      path: '/',
      description,
      tags: {},
      created,
      changed: created,
      defaultVersion: 1,
      lastVersion: 1,
    })
    insertVersion(store, { number }, { version: 1, document: JSON.stringify(document), created })
  }
  for (const { name, trust, inline = {}, attached = [], own = [], boundary = null, description } of demoRoles(
    account,
  )) {
    const pool = poolWith(store, roleArn(account, { path: '/', name }))
    if (pool === null) continue
    const number = insertRole(store, {
      name,
      id: entityId('AROA', name),
      path: '/',
      trust: JSON.stringify(trust(pool)),
      description,
      maxSeconds: ONE_HOUR,
      boundary: boundary === null ? null : arnOf(boundary),
      tags: {},
      created,
    })
    for (const [policy, document] of Object.entries(inline))
      saveInlinePolicy(store, { number }, policy, JSON.stringify(document))
    for (const policy of [...attached.map((one) => `arn:aws:iam::aws:policy/${one}`), ...own.map(arnOf)])
      attachPolicy(store, { number }, policy)
  }
}

/** The id of the first pool that names a role. */
const poolWith = (store: Store, arn: string): string | null =>
  store.get<{ id: string }>(
    "select id from pool where instr(coalesce(roles, '') || coalesce(role_mappings, ''), ?) > 0 order by number limit 1",
    `"${arn}"`,
  )?.id ?? null
