import { entityExists, noSuchEntity } from './iam-errors.ts'
import type { Tags } from './principal-tags.ts'
import type { Store } from './store.ts'

export interface Role {
  number: number
  name: string
  id: string
  /** `/`, or folders between slashes. */
  path: string
  /** The trust policy, as it was sent. */
  trust: string
  description: string | null
  maxSeconds: number
  /** The ARN of the permissions boundary. */
  boundary: string | null
  tags: Tags
  /** Milliseconds. */
  created: number
}

interface RoleRow extends Omit<Role, 'maxSeconds' | 'tags'> {
  max_seconds: number
  /** JSON. */
  tags: string
}

const toRole = ({ max_seconds: maxSeconds, tags, ...row }: RoleRow): Role => ({
  ...row,
  maxSeconds,
  tags: JSON.parse(tags) as Tags,
})

export const roleArn = (account: string, { path, name }: Pick<Role, 'path' | 'name'>) =>
  `arn:aws:iam::${account}:role${path}${name}`

/** A role's name and account, empty in what is no ARN of one. */
export function partsOfRoleArn(arn: string): { account: string; name: string } {
  const [, account = '', name = ''] = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  return { account, name }
}

export const allRoles = (store: Store): Role[] => store.all<RoleRow>('select * from iam_role order by name').map(toRole)

/** Null when there is none. */
export function roleNamed(store: Store, name: string): Role | null {
  const row = store.get<RoleRow>('select * from iam_role where name = ?', name)
  return row ? toRole(row) : null
}

/** Null when the account has none of this ARN. */
export function roleOfArn({ store, account }: { store: Store; account: string }, arn: string): Role | null {
  const role = roleNamed(store, partsOfRoleArn(arn).name)
  return role && roleArn(account, role) === arn ? role : null
}

/** Throws NoSuchEntity. */
export function findRole(store: Store, name: string): Role {
  const role = roleNamed(store, name)
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`)
  return role
}

/** Its number. Throws EntityAlreadyExists. */
export function insertRole(store: Store, role: Omit<Role, 'number'>): number {
  if (roleNamed(store, role.name)) throw entityExists(`Role with name ${role.name} already exists.`)
  return store.run(
    'insert into iam_role (trust, description, max_seconds, boundary, tags, name, id, path, created) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...changeable(role),
    role.name,
    role.id,
    role.path,
    role.created,
  ).number
}

export function saveRole(store: Store, role: Role) {
  store.run(
    'update iam_role set (trust, description, max_seconds, boundary, tags) = (?, ?, ?, ?, ?) where number = ?',
    ...changeable(role),
    role.number,
  )
}

const changeable = ({ trust, description, maxSeconds, boundary, tags }: Omit<Role, 'number'>) => [
  trust,
  description,
  maxSeconds,
  boundary,
  JSON.stringify(tags),
]

export function deleteRole(store: Store, { number }: Role) {
  store.run('delete from iam_role where number = ?', number)
}

export const inlinePolicies = (store: Store, role: { number: number }) =>
  store.all<{ name: string; document: string }>(
    'select name, document from iam_role_policy where role = ? order by name',
    role.number,
  )

export function saveInlinePolicy(store: Store, role: { number: number }, name: string, document: string) {
  store.run(
    'insert into iam_role_policy values (?, ?, ?) on conflict (role, name) do update set document = excluded.document',
    role.number,
    name,
    document,
  )
}

/** Whether there was one. */
export const deleteInlinePolicy = (store: Store, role: { number: number }, name: string): boolean =>
  store.run('delete from iam_role_policy where role = ? and name = ?', role.number, name).changes > 0

export const attachedArns = (store: Store, role: { number: number }): string[] =>
  store
    .all<{ policy_arn: string }>(
      'select policy_arn from iam_attachment where role = ? order by policy_arn',
      role.number,
    )
    .map(({ policy_arn: arn }) => arn)

export function attachPolicy(store: Store, role: { number: number }, arn: string) {
  store.run('insert into iam_attachment values (?, ?) on conflict do nothing', role.number, arn)
}

/** Whether it was attached. */
export const detachPolicy = (store: Store, role: { number: number }, arn: string): boolean =>
  store.run('delete from iam_attachment where role = ? and policy_arn = ?', role.number, arn).changes > 0
