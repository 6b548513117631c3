import { rightTrust, type RightTrust } from '../iam-roles/right-trust.ts'
import { roleName } from '../roles/role-name.ts'
import { flag } from './aws-command.ts'
import { hclAttributes, hclBlock } from './hcl.ts'
import { toJson } from './json.ts'
import { shellQuote } from './shell-quote.ts'

/** A right trust policy and the role that is to have it; null for a role that is still to be made. */
export type TrustToCopy = RightTrust & { roleArn: string | null }

type TrustFormat = {
  id: 'json' | 'cli' | 'terraform'
  label: string
  language: 'json' | 'shell' | 'hcl'
  code: (trust: TrustToCopy) => string
}

/** A right trust policy in the languages of other tools. */
export const trustFormats: readonly TrustFormat[] = [
  { id: 'json', label: 'JSON', language: 'json', code: (trust) => toJson(rightTrust(trust), 2) },
  { id: 'cli', label: 'AWS CLI', language: 'shell', code: toCommand },
  { id: 'terraform', label: 'Terraform', language: 'hcl', code: toHcl },
]

/** The command needs IAM, whose endpoint is not that of the connection. */
function toCommand(trust: TrustToCopy): string {
  const document = toJson(rightTrust(trust), 2)
  const [operation, name] =
    trust.roleArn === null
      ? ['create-role', flag('role-name', nameFor(trust))]
      : ['update-assume-role-policy', flag('role-name', roleName(trust.roleArn))]
  const policy = trust.roleArn === null ? 'assume-role-policy-document' : 'policy-document'
  return [`aws iam ${operation}`, name, `--${policy} ${shellQuote(document)}`].join(' \\\n  ')
}

function toHcl(trust: TrustToCopy): string {
  const [statement] = rightTrust(trust).Statement
  if (!statement) return ''
  const { Action, Principal, Condition } = statement
  const conditions = Object.entries(Condition).flatMap(([test, keys]) =>
    Object.entries(keys).map(([variable, value]) =>
      hclBlock(
        'condition',
        hclAttributes([
          ['test', test],
          ['variable', variable],
          ['values', [value]],
        ]),
      ),
    ),
  )
  const document = hclBlock('data "aws_iam_policy_document" "trust"', [
    ...hclBlock('statement', [
      ...hclAttributes([['actions', [Action].flat()]]),
      '',
      ...hclBlock(
        'principals',
        hclAttributes([
          ['type', 'Federated'],
          ['identifiers', [Principal.Federated]],
        ]),
      ),
      ...conditions.flatMap((condition) => ['', ...condition]),
    ]),
  ])
  const role = hclBlock(
    'resource "aws_iam_role" "this"',
    hclAttributes([
      ['name', trust.roleArn === null ? nameFor(trust) : roleName(trust.roleArn)],
      ['assume_role_policy', { expression: 'data.aws_iam_policy_document.trust.json' }],
    ]),
  )
  return [...document, '', ...role, ''].join('\n')
}

const nameFor = ({ users }: TrustToCopy): string => (users === 'authenticated' ? 'CognitoUsers' : 'CognitoGuests')
