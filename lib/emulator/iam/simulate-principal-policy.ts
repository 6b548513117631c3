import { missingKeys, type NamedPolicy, simulate } from '../rules/simulate-policies.ts'
import type { Context } from '../rules/policy-condition.ts'
import { attachedArns, inlinePolicies, type Role, roleOfArn } from '../state/iam-roles.ts'
import { noSuchEntity } from '../state/iam-errors.ts'
import type { Parsed } from '../state/shape.ts'
import type { World } from '../state/world.ts'
import { requirePolicy } from './any-policy.ts'
import { defineIamOperation } from './define-query-operation.ts'
import { entityArn, input, paging } from './iam-shapes.ts'

const entries = {
  type: 'list',
  member: {
    type: 'structure',
    required: {},
    optional: {
      ContextKeyName: { type: 'string', min: 5, max: 256 },
      ContextKeyValues: { type: 'list', member: { type: 'string' } },
      ContextKeyType: { type: 'string' },
    },
  },
} as const

export const simulatePrincipalPolicy = defineIamOperation({
  name: 'SimulatePrincipalPolicy',
  input: input(
    {
      PolicySourceArn: entityArn,
      ActionNames: { type: 'list', member: { type: 'string', min: 3, max: 128 } },
    },
    {
      ResourceArns: { type: 'list', member: { type: 'string', min: 1, max: 2048 } },
      ContextEntries: entries,
      ...paging,
    },
  ),
  differences: [
    'The source is a role; its policies and its boundary are judged by the emulator’s own rules, and no others are added.',
    'A key that ContextEntries does not name is absent, and told among MissingContextValues where a policy asks for it.',
    'A star in `Resource` stands for any text, colons among it. All results come on one page.',
  ],
  run({ world }, { PolicySourceArn, ActionNames, ResourceArns = ['*'], ContextEntries = [] }) {
    const role = roleOfArn(world, PolicySourceArn)
    if (!role) throw noSuchEntity(`The role with name ${PolicySourceArn} cannot be found.`)
    const { policies, boundary } = policiesOf(world, role)
    const context = contextOf(ContextEntries)
    const missing = missingKeys(boundary ? [...policies, boundary] : policies, context)
    return {
      IsTruncated: false,
      EvaluationResults: ActionNames.flatMap((action) =>
        ResourceArns.map((resource) => {
          const { decision, by } = simulate({ policies, boundary, action, resource, context })
          return {
            EvalActionName: action,
            EvalResourceName: resource,
            EvalDecision: decision,
            MatchedStatements: by.map(({ id, type }) => ({ SourcePolicyId: id, SourcePolicyType: type })),
            MissingContextValues: missing,
          }
        }),
      ),
    }
  },
})

function policiesOf({ store, account }: World, role: Role): { policies: NamedPolicy[]; boundary: NamedPolicy | null } {
  const managed = (arn: string): NamedPolicy => {
    const { name, defaultVersion, versions } = requirePolicy(store, account, arn)
    const document = versions.find(({ version }) => version === defaultVersion)?.document ?? '{}'
    return { id: name, type: 'IAM Policy', document }
  }
  const inline = inlinePolicies(store, role).map(({ name, document }) => ({
    id: `role_${role.name}_${name}`,
    type: 'IAM Policy',
    document,
  }))
  return {
    policies: [...attachedArns(store, role).map(managed), ...inline],
    boundary: role.boundary === null ? null : managed(role.boundary),
  }
}

const contextOf = (given: Parsed<typeof entries>): Context =>
  new Map(
    given.flatMap(({ ContextKeyName, ContextKeyValues = [] }) =>
      ContextKeyName === undefined || ContextKeyValues.length === 0
        ? []
        : [[ContextKeyName.toLowerCase(), ContextKeyValues] as const],
    ),
  )
