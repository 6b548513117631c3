import { cutOffPolicy, type CutOff } from '../reach/cut-off.ts'
import { roleName } from '../roles/role-name.ts'
import { AND, flag, jsonFlag } from './aws-command.ts'
import { hclAttributes, hclBlock } from './hcl.ts'

const POLICY_NAME = 'LifeguardCutOff'
/** Stands for roles that nobody knows. */
const NO_ROLE = 'ROLE_NAME'

/** In which languages a policy of a role is to be copied. */
export const cutOffFormats = [
  { id: 'json', label: 'JSON', language: 'json' },
  { id: 'cli', label: 'AWS CLI', language: 'shell' },
  { id: 'terraform', label: 'Terraform', language: 'hcl' },
] as const
export type CutOffFormat = (typeof cutOffFormats)[number]['id']

/** The policy that cuts credentials off, for the roles that hand them out. */
export function cutOffCode(cut: CutOff, arns: readonly string[], format: CutOffFormat): string {
  const policy = cutOffPolicy(cut)
  const names = arns.length === 0 ? [NO_ROLE] : arns.map(roleName)
  if (format === 'json') return JSON.stringify(policy, null, 2)
  if (format === 'cli') return names.map((name) => command(name, policy)).join(AND)
  return names.map((name, index) => resource(name, index, policy)).join('\n\n')
}

const command = (name: string, policy: object): string =>
  [
    'aws iam put-role-policy',
    flag('role-name', name),
    flag('policy-name', POLICY_NAME),
    jsonFlag('policy-document', policy),
  ].join(' \\\n  ')

const resource = (name: string, index: number, policy: object): string =>
  hclBlock(`resource "aws_iam_role_policy" "cut_off_${index + 1}"`, [
    ...hclAttributes([
      ['name', POLICY_NAME],
      ['role', name],
      ['policy', JSON.stringify(policy)],
    ]),
  ]).join('\n')
