import 'server-only'
import { randomUUID } from 'node:crypto'
import { config } from '../config/config.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { store } from '../db/open.ts'
import { LOCAL, type Actor } from './actor.ts'
import { given, rolesByConnection, strongest } from './roles-by-connection.ts'

/** Somebody as a provider names them: well-formed and bounded. */
export type Claimed = { issuer: string; subject: string; name: string; roleValues: readonly string[] }

/** Keeps who signed in, with the values that tell their role. Returns who acts; `role` is null of one who may nothing. */
export async function keepPerson({ issuer, subject, name, roleValues }: Claimed, db = store()) {
  const values = { name, role_values: JSON.stringify(roleValues), signed_in_at: Date.now() }
  return inTransaction(db, async (transaction) => {
    const before = await transaction
      .selectFrom('person')
      .select(['person_id', 'role_values'])
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
    const { person_id: personId } = await transaction
      .insertInto('person')
      .values({ person_id: randomUUID(), issuer, subject, ...values })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet(values))
      .returning('person_id')
      .executeTakeFirstOrThrow()
    const now = rolesOf(roleValues)
    const earlier = before && rolesOf(JSON.parse(before.role_values) as string[])
    return { personId, name, ...now, isChanged: earlier !== undefined && !isSame(earlier, now) }
  })
}

/** Who a person is now, with the role that they have now; null of one who is not known or may nothing. */
export async function actorOf(personId: string, db = store()): Promise<Actor | null> {
  if (personId === LOCAL) return localOperator()
  if (config().oidc === null) return null
  const person = await db
    .selectFrom('person')
    .select(['issuer', 'name', 'role_values'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person || person.issuer !== config().oidc?.issuer) return null
  const { role, on } = rolesOf(JSON.parse(person.role_values) as string[])
  return role === null ? null : { id: personId, name: person.name, role, on }
}

const localOperator = (): Actor => ({ id: LOCAL, name: 'Local operator', role: config().localRole })

/** `role`: for what is about no connection; one who has a role on some connection alone may look there. */
function rolesOf(values: readonly string[]) {
  const on = rolesByConnection(values, config())
  const everywhere = strongest(values.flatMap((value) => given(config().oidc?.roles ?? {}, value)))
  return { on, role: Object.keys(on).length === 0 ? null : (everywhere ?? ('viewer' as const)) }
}

type Roles = ReturnType<typeof rolesOf>

const isSame = (one: Roles, other: Roles): boolean => sorted(one) === sorted(other)

const sorted = ({ on, role }: Roles): string =>
  JSON.stringify([role, ...Object.entries(on).toSorted(([one], [other]) => (one < other ? -1 : 1))])
