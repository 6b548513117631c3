import { noSuchEntity } from './iam-errors.ts'
import type { Tags } from './principal-tags.ts'
import type { Store } from './store.ts'

/** A managed policy of the account. */
export interface Policy {
  number: number
  name: string
  id: string
  path: string
  description: string | null
  tags: Tags
  /** Milliseconds. */
  created: number
  changed: number
  defaultVersion: number
  /** The highest number that a version ever had. */
  lastVersion: number
}

export interface PolicyVersion {
  version: number
  document: string
  /** Milliseconds. */
  created: number
}

interface PolicyRow extends Omit<Policy, 'tags' | 'defaultVersion' | 'lastVersion'> {
  /** JSON. */
  tags: string
  default_version: number
  last_version: number
}

const toPolicy = ({ tags, default_version: defaultVersion, last_version: lastVersion, ...row }: PolicyRow): Policy => ({
  ...row,
  tags: JSON.parse(tags) as Tags,
  defaultVersion,
  lastVersion,
})

export const policyArn = (account: string, { path, name }: Pick<Policy, 'path' | 'name'>) =>
  `arn:aws:iam::${account}:policy${path}${name}`

export const policyNotFound = (arn: string) => noSuchEntity(`Policy ${arn} was not found.`)

export const allPolicies = (store: Store): Policy[] =>
  store.all<PolicyRow>('select * from iam_policy order by name').map(toPolicy)

/** Null when there is none. */
export function policyNamed(store: Store, name: string): Policy | null {
  const row = store.get<PolicyRow>('select * from iam_policy where name = ?', name)
  return row ? toPolicy(row) : null
}

/** One of this account. Throws NoSuchEntity. */
export function findPolicy(store: Store, account: string, arn: string): Policy {
  const policy = policyNamed(store, arn.slice(arn.lastIndexOf('/') + 1))
  if (!policy || policyArn(account, policy) !== arn) throw policyNotFound(arn)
  return policy
}

/** Its number. */
export const insertPolicy = (store: Store, policy: Omit<Policy, 'number'>): number =>
  store.run(
    'insert into iam_policy (name, id, path, description, tags, created, changed, default_version, last_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    policy.name,
    policy.id,
    policy.path,
    policy.description,
    JSON.stringify(policy.tags),
    policy.created,
    policy.changed,
    policy.defaultVersion,
    policy.lastVersion,
  ).number

export function savePolicy(store: Store, policy: Policy) {
  store.run(
    'update iam_policy set (tags, changed, default_version, last_version) = (?, ?, ?, ?) where number = ?',
    JSON.stringify(policy.tags),
    policy.changed,
    policy.defaultVersion,
    policy.lastVersion,
    policy.number,
  )
}

/** With its versions. */
export function deletePolicy(store: Store, { number }: Policy) {
  store.run('delete from iam_policy_version where policy = ?', number)
  store.run('delete from iam_policy where number = ?', number)
}

/** The newest first. */
export const versionsOf = (store: Store, policy: { number: number }): PolicyVersion[] =>
  store.all<PolicyVersion>(
    'select version, document, created from iam_policy_version where policy = ? order by version desc',
    policy.number,
  )

export function insertVersion(store: Store, policy: { number: number }, version: PolicyVersion) {
  store.run(
    'insert into iam_policy_version values (?, ?, ?, ?)',
    policy.number,
    version.version,
    version.document,
    version.created,
  )
}

export function deleteVersion(store: Store, policy: { number: number }, version: number) {
  store.run('delete from iam_policy_version where policy = ? and version = ?', policy.number, version)
}

/** How many roles a policy is attached to, and of how many it is the boundary. */
export function usesOfPolicy(store: Store, arn: string): { attached: number; boundaries: number } {
  const count = (sql: string) => store.get<{ n: number }>(sql, arn)?.n ?? 0
  return {
    attached: count('select count(*) as n from iam_attachment where policy_arn = ?'),
    boundaries: count('select count(*) as n from iam_role where boundary = ?'),
  }
}

/** The names and ids of the roles that a policy is attached to. */
export const rolesOfPolicy = (store: Store, arn: string) =>
  store.all<{ name: string; id: string }>(
    'select name, id from iam_role join iam_attachment on role = number where policy_arn = ? order by name',
    arn,
  )
