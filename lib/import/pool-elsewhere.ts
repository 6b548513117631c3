/** What a text without a pool has of one. */
export const ROLES_OF_ANOTHER = 'It has roles or principal tags of a pool that stands elsewhere.'

/** What there is in a text without a pool that tells where the pool is, and what to do then; the first that fits. */
const hints: readonly (readonly [there: RegExp, sentence: string])[] = [
  [
    /\b(?:aws|awscc)_cognito_identity_pool_(?:roles?_attachment|(?:provider_)?principal_tag)\b/,
    `${ROLES_OF_ANOTHER} Paste or choose the file with the pool together with it.`,
  ],
  [
    /::IdentityPool(?:RoleAttachment|PrincipalTag)\b/,
    `${ROLES_OF_ANOTHER} Paste one template that has both among its resources.`,
  ],
  [
    /^[ \t]*module[ \t]+"?\w|"module":/m,
    'A module is not followed. Paste the files of the module, or what terraform show -json prints of the state.',
  ],
  [
    /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/,
    'A nested stack is not followed. Paste the template of the nested stack.',
  ],
  [
    /\bdata[ \t]+"?(?:aws|awscc)_cognito_identity_pool\b/,
    'It looks up a pool that stands elsewhere. Paste what aws cognito-identity describe-identity-pool answers for that pool.',
  ],
]

/** Says that a text of a known format has no identity pool, and where it may be. */
export function saidWithoutPool(source: string, text: string): string {
  const hint = hints.find(([there]) => there.test(text))?.[1]
  return `This is ${source}, but there is no identity pool in it.${hint === undefined ? '' : ` ${hint}`}`
}
