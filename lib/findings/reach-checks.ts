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
    .map(({ arn, evidence, policy }) => ({ subject: arn, evidence: `${arn}: ${evidence}`, policy }))

export const reachGuestPowers = defineCheck({
  ...common,
  id: 'reach-guest-powers',
  severity: 'critical',
  title: 'Guests have powers that no stranger should have',
  why: 'Anyone on the internet who has the pool’s ID, which every copy of the app contains, may manage permissions, take other roles, read secrets or do everything.',
  remedy: 'Take these actions out of the guest role, or attach a policy that denies them to guests.',
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
  why: 'Anyone on the internet may change, fill or delete what the role reaches, at this account’s cost.',
  remedy: 'Let guests read at most, or hold what they write to data of their own.',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'guest-writes'),
  note,
})

export const reachBasicOnly = defineCheck({
  ...common,
  id: 'reach-basic-only',
  severity: 'high',
  title: 'The basic flow gives guests what Cognito keeps back',
  why: 'The enhanced flow holds guests to a list of services. In the basic flow the app takes the role itself, and that list does not apply.',
  remedy: 'Turn the basic flow off, and take these actions out of the guest role.',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'basic-only'),
  note,
})

export const reachNoIsolation = defineCheck({
  ...common,
  id: 'reach-no-isolation',
  severity: 'high',
  title: 'Users reach each other’s data',
  why: 'Nothing in the role’s policies holds a user to data of their own, so whoever signs in may read or change what every user has, whatever the app shows.',
  remedy: 'Hold resources or conditions to the identity’s id, a leading key or a principal tag.',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'no-isolation'),
  note,
})

export const reachAbsentKey = defineCheck({
  ...common,
  id: 'reach-absent-key',
  severity: 'high',
  title: 'A condition holds nothing back where its key is absent',
  why: 'ForAllValues is true of a key that a request does not bring, so actions without that key, such as Scan, reach everybody’s data.',
  remedy: 'Leave such actions out, or ask for the key with Null.',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'absent-key'),
  note,
})

export const reachWaysUp = defineCheck({
  ...common,
  id: 'reach-ways-up',
  severity: 'critical',
  title: 'A role can be turned into a stronger one',
  why: 'With these actions whoever has the role gives themselves more: another role, other code that runs with one, another user’s sign-in or another policy.',
  remedy: 'Take these actions out of the role, or hold them to resources that lead no further.',
  reads: ['reach'],
  find: ({ reach }) => faulty(reach, 'ways-up'),
  note,
})

export const guestRoleUnused = defineCheck({
  ...common,
  id: 'guest-role-unused',
  severity: 'low',
  title: 'A guest role is set while guest access is off',
  why: 'One switch stands between the internet and the role: whoever turns guest access on need not choose it any more.',
  remedy: 'Take the guest role out until guests are wanted.',
  reads: ['roles'],
  find: ({ pool, roles: { unauthenticated } }) =>
    !pool.allowUnauthenticated && unauthenticated !== null
      ? [{ subject: unauthenticated, evidence: `Guest access is off and the guest role is ${unauthenticated}.` }]
      : [],
})
