import type { TrustCode } from '../iam-roles/trust-finding.ts'
import type { RoleTrust, RoleTrusts } from '../iam-roles/role-trust.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { defineCheck, type Trace } from './check.ts'

const common = { form: 'roles', counterparts: [] } as const

const note = ({ trust }: { trust: RoleTrusts }) =>
  trust.elsewhere.length === 0 ? null : `Roles of other accounts could not be read: ${trust.elsewhere.join(', ')}.`

/** Roles whose trust has one of these faults, each role once. */
function faulty(roles: RoleTrust[], codes: readonly TrustCode[], also: (role: RoleTrust) => boolean = () => true) {
  const traces = new Map<string, Trace>()
  for (const role of roles.filter(also)) {
    const fault = role.findings.find(({ code }) => codes.includes(code))
    if (fault && !traces.has(role.arn))
      traces.set(role.arn, { subject: role.arn, evidence: `${role.arn}: ${fault.message}` })
  }
  return [...traces.values()]
}

export const roleNotFound = defineCheck({
  ...common,
  id: 'role-not-found',
  severity: 'high',
  title: 'A role does not exist',
  reads: ['trust'],
  find: ({ trust }) =>
    [...new Set(trust.roles.filter(({ exists }) => !exists).map(({ arn }) => arn))].map((arn) => ({
      subject: arn,
      evidence: `IAM has no role ${arn}.`,
    })),
  note,
})

export const trustLacksAud = defineCheck({
  ...common,
  id: 'trust-lacks-aud',
  severity: 'critical',
  title: 'A role’s trust policy lacks aud',
  reads: ['trust'],
  find: ({ trust }) => faulty(trust.roles, ['any-pool'], ({ namesAud }) => !namesAud),
  note,
})

export const trustAnyPool = defineCheck({
  ...common,
  id: 'trust-any-pool',
  severity: 'critical',
  title: 'A role trusts any identity pool',
  reads: ['trust'],
  find: ({ trust }) => faulty(trust.roles, ['any-pool'], ({ namesAud }) => namesAud),
  note,
})

export const trustLacksAmr = defineCheck({
  ...common,
  id: 'trust-lacks-amr',
  severity: 'high',
  title: 'Guests can take a role meant for users',
  reads: ['trust'],
  find: ({ trust }) => faulty(trust.roles, ['guests']),
  note,
})

export const trustRefuses = defineCheck({
  ...common,
  id: 'trust-refuses-pool',
  severity: 'medium',
  title: 'A role does not trust the pool',
  reads: ['trust'],
  find: ({ trust }) => faulty(trust.roles, ['unreadable', 'principal', 'action', 'key', 'pool', 'users', 'provider']),
  note,
})

export const trustUnsentKey = defineCheck({
  ...common,
  id: 'trust-unsent-key',
  severity: 'low',
  title: 'A trust policy tests a key that the service does not send',
  reads: ['trust'],
  find: ({ trust }) => faulty(trust.roles, ['void-key']),
  note,
})

export const trustLacksTagSession = defineCheck({
  ...common,
  id: 'trust-lacks-tag-session',
  severity: 'medium',
  title: 'A role lacks sts:TagSession while principal tags are used',
  reads: ['trust', 'principalTags'],
  find({ trust, principalTags }) {
    const used = principalTags.filter(({ useDefaults, tags }) => useDefaults || Object.keys(tags).length > 0)
    if (used.length === 0) return []
    const providers = used.map(({ provider }) => loginLabel(provider)).join(', ')
    return faulty(trust.roles, ['tag-session'], ({ users }) => users === 'authenticated').map(
      ({ subject, evidence }) => ({ subject, evidence: `${evidence} Principal tags are set for ${providers}.` }),
    )
  },
  note,
})
