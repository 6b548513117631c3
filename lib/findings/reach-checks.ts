import type { FaultCode, ReachFaults } from '../reach/reach-fault.ts'
import { defineCheck, type Trace } from './check.ts'

const common = { form: 'roles', counterparts: [] } as const

const note = ({ reach }: { reach: ReachFaults }) =>
  reach.unread.length === 0
    ? null
    : `Roles that could not be read: ${reach.unread.map(({ arn, why }) => `${arn} (${why})`).join(', ')}`

const faulty = ({ faults }: ReachFaults, code: FaultCode): Trace[] =>
  faults
    .filter((fault) => fault.code === code)
    .map(({ arn, evidence, policy }) => ({
      subject: arn,
      evidence: `${arn}: ${evidence}`,
      ...(policy !== null && { policy }),
    }))

export const reachGuestPowers = defineCheck({
  ...common,
  id: 'reach-guest-powers',
  severity: 'critical',
  title: 'Guests have powers that no stranger should have',
  counterparts: ['Horizon3 H3-2022-0076'],
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'guest-powers'),
  note,
})

export const reachGuestWrites = defineCheck({
  ...common,
  id: 'reach-guest-writes',
  severity: 'high',
  title: 'Guests may write',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'guest-writes'),
  note,
})

export const reachBasicOnly = defineCheck({
  ...common,
  id: 'reach-basic-only',
  severity: 'high',
  title: 'The basic flow gives guests what Cognito keeps back',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'basic-only'),
  note,
})

export const reachNoIsolation = defineCheck({
  ...common,
  id: 'reach-no-isolation',
  severity: 'high',
  title: 'Users reach each other’s data',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'no-isolation'),
  note,
})

export const reachAbsentKey = defineCheck({
  ...common,
  id: 'reach-absent-key',
  severity: 'high',
  title: 'A condition holds nothing back where its key is absent',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'absent-key'),
  note,
})

export const reachWaysUp = defineCheck({
  ...common,
  id: 'reach-ways-up',
  severity: 'critical',
  title: 'A role can be turned into a stronger one',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'ways-up'),
  note,
})

export const guestRoleUnused = defineCheck({
  ...common,
  id: 'guest-role-unused',
  severity: 'low',
  title: 'A guest role is set while guest access is off',
  reads: ['roles'],
  find: ({ pool, roles: { unauthenticated } }) =>
    !pool.allowUnauthenticated && unauthenticated !== null
      ? [{ subject: unauthenticated, evidence: `Guest access is off and the guest role is ${unauthenticated}.` }]
      : [],
})
