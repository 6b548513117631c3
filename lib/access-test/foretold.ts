import { withReadableTimes } from '../core/readable-times.ts'
import type { TokenJudgement } from '../login-tokens/judge-token.ts'
import type { Pool } from '../pools/pool.ts'
import type { RoleOutcome } from '../roles/evaluate-role-mapping.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { roleName } from '../roles/role-name.ts'
import { basicFlow } from './basic-flow.ts'
import type { TestRun } from './run-test.ts'
import type { Subject } from './subject.ts'

/** What should come of a call; `refused` is null where that is not known. */
export type Foretold = { refused: boolean | null; text: string }

/**
 * What should come of each call of a test, from the pool's configuration and what the login's token says; `role` is the
 * forecast of the role.
 */
export function foretold(
  pool: Pool,
  roles: RoleSettings,
  subject: Subject,
  role: RoleOutcome | null,
  login: TokenJudgement | null,
): Record<keyof TestRun, Foretold> {
  const identity = ofIdentity(pool, subject, login)
  if (identity.refused === true) return { identity, openIdToken: notReached, credentials: ofRole(role) }
  const refused = login?.refusal ? refusal(login.refusal.message) : null
  return { identity, openIdToken: refused ?? ofToken(pool, roles, subject), credentials: ofRole(role) }
}

const notReached: Foretold = { refused: null, text: 'not reached, as there is no identity' }

function ofIdentity({ allowUnauthenticated }: Pool, subject: Subject, login: TokenJudgement | null): Foretold {
  if (subject.as !== 'developer' && subject.identityId !== null)
    return { refused: null, text: 'the identity that you name' }
  if (subject.as === 'guest' && !allowUnauthenticated)
    return { refused: true, text: 'a refusal, as guest access is off' }
  if (login?.refusal) return refusal(login.refusal.message)
  return { refused: false, text: subject.as === 'guest' ? 'an identity' : 'an identity, if the login proves true' }
}

const refusal = (message: string): Foretold => ({ refused: true, text: `a refusal. ${withReadableTimes(message)}` })

function ofToken(pool: Pool, roles: RoleSettings, subject: Subject): Foretold {
  if (subject.as === 'developer') return { refused: false, text: 'a token, with the identity' }
  return basicFlow(pool, roles).available
    ? { refused: false, text: 'a token' }
    : { refused: true, text: 'a refusal of the basic (classic) flow' }
}

function ofRole(role: RoleOutcome | null): Foretold {
  if (role === null) return { refused: null, text: 'not known' }
  return role.granted
    ? { refused: false, text: `the role ${roleName(role.roleArn)}` }
    : { refused: true, text: `a refusal. ${role.why}` }
}
