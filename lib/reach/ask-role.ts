import 'server-only'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import type { Decision } from '../policies/decide.ts'
import { canThey } from './can-they.ts'
import { guestCeiling } from './guest-ceiling.ts'
import { readRolePolicies } from './policies-service.ts'
import type { CanTheyInput } from './schema.ts'
import { askAws, type AwsAnswer } from './simulation-service.ts'

/** A statement that decides, and the policy in which it stands. */
type Reason = {
  policy: string
  layer: string
  sid: string | null
  place: number
  effect: 'Allow' | 'Deny'
  certain: boolean
}

/** Our answer with its reasons, and AWS's. */
export type RoleAnswer = Pick<Decision, 'decision' | 'on' | 'lacking'> & { reasons: Reason[]; aws: AwsAnswer }

/** Reads a role and answers. Errors: those of the role's policies. */
export async function askRole(connection: Connection, region: string, asked: CanTheyInput): Promise<RoleAnswer> {
  const [read] = await readRolePolicies(connection, region, [asked.role])
  if (!read?.known) throw new AppError(read?.error ?? { code: 'NOT_FOUND', message: 'IAM has no such role.' })
  const { policies, boundary } = read.value
  const names = {
    identity: policies.map(({ name }) => name),
    boundary: boundary === null ? [] : [boundary.name],
    session: guestCeiling.map(({ name }) => name),
  }
  const { decision, on, by, lacking } = canThey(read.value, asked)
  return {
    decision,
    on,
    lacking,
    reasons: by.map(({ layer, policy, statement: { sid, place, effect }, certain }) => ({
      policy: names[layer][policy] ?? '',
      layer,
      sid,
      place,
      effect,
      certain,
    })),
    aws: await askAws(connection, asked),
  }
}
