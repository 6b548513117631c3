import { flag } from '../code/aws-command.ts'
import { hclString } from '../code/hcl.ts'
import { toJson } from '../code/json.ts'
import { shellQuote } from '../code/shell-quote.ts'
import { neededPolicy, type Use } from './needed-policy.ts'

/** Whose policy it is. */
export type Needed = { use: Use; readsIam: boolean }

type PolicyFormat = {
  id: 'json' | 'cli' | 'terraform'
  label: string
  language: 'json' | 'shell' | 'hcl'
  code: (needed: Needed) => string
}

/** The policy that a connection needs, in the languages of other tools. */
export const policyFormats: readonly PolicyFormat[] = [
  { id: 'json', label: 'JSON', language: 'json', code: documentOf },
  {
    id: 'cli',
    label: 'AWS CLI',
    language: 'shell',
    code: (needed) =>
      [
        'aws iam create-policy',
        flag('policy-name', nameOf(needed)),
        `--policy-document ${shellQuote(documentOf(needed))}`,
      ].join(' \\\n  '),
  },
  { id: 'terraform', label: 'Terraform', language: 'hcl', code: toHcl },
]

function documentOf({ use, readsIam }: Needed): string {
  return toJson(neededPolicy(use, readsIam), 2)
}

const nameOf = ({ use }: Needed): string => `Lifeguard${use.charAt(0).toUpperCase()}${use.slice(1)}`

/** `jsonencode` takes JSON as it is: a colon after a key is HCL too. */
function toHcl(needed: Needed): string {
  const body = documentOf(needed).replaceAll('\n', '\n  ')
  return `resource "aws_iam_policy" "lifeguard" {\n  name   = ${hclString(nameOf(needed))}\n  policy = jsonencode(${body})\n}\n`
}
