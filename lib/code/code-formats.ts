import { isolated } from '../core/isolated.ts'
import { loginSecrets, pascalCase } from './login-secret.ts'
import { toCreateCommands, toUpdateCommands } from './to-aws-cli.ts'
import { toCdk } from './to-cdk.ts'
import { toCloudFormation } from './to-cloudformation.ts'
import { toTerraform } from './to-terraform.ts'
import { reservedTags, type PoolSnapshot } from './snapshot.ts'

type Format = {
  id: string
  label: string
  /** What the format gives, each with the name that its copy button says. */
  parts: (snapshot: PoolSnapshot) => { title: string; text?: string; code: string }[]
  /** How a secret's variable is called there. */
  secret: (name: string) => string
  /** What the code cannot say of this pool. */
  notes: (snapshot: PoolSnapshot) => string[]
}

export const codeFormats: readonly Format[] = [
  {
    id: 'cli',
    label: 'AWS CLI',
    parts: (snapshot) => [
      {
        title: 'Create an equal pool',
        text: 'For a POSIX shell. Each command runs only if the one before it worked.',
        code: toCreateCommands(snapshot, snapshot.pool.region),
      },
      {
        title: 'Set this pool to what it is now',
        text: 'Edit it to change the pool. Keep every flag: the service resets each field that the command leaves out.',
        code: toUpdateCommands(snapshot),
      },
    ],
    secret: (name) => `the variable ${name.toUpperCase()} of the shell`,
    notes: () => [],
  },
  {
    id: 'terraform',
    label: 'Terraform',
    parts: (snapshot) => [
      {
        title: 'Terraform configuration',
        text: 'For Terraform 1.5 or later. Its import blocks take over this pool in place of making another one.',
        code: toTerraform(snapshot),
      },
    ],
    secret: (name) => `the variable ${name}`,
    notes: ({ pool }) =>
      pool.classicFlow === 'unset'
        ? ['The basic (classic) flow is not set on this pool. Terraform has no such state, so the code says off.']
        : [],
  },
  {
    id: 'cloudformation',
    label: 'CloudFormation',
    parts: (snapshot) => [{ title: 'CloudFormation template', code: toCloudFormation(snapshot) }],
    secret: (name) => `the parameter ${pascalCase(name)}`,
    notes: stackNotes,
  },
  {
    id: 'cdk',
    label: 'CDK',
    parts: (snapshot) => [
      {
        title: 'CDK program',
        text: 'For aws-cdk-lib 2, in TypeScript.',
        code: toCdk(snapshot),
      },
    ],
    secret: (name) => `the parameter ${pascalCase(name)}`,
    notes: stackNotes,
  },
]

/** What no format of a pool can carry, or only under another name. */
export function codeNotes(format: Format, snapshot: PoolSnapshot): string[] {
  const reserved = reservedTags(snapshot.pool)
  return [
    ...loginSecrets(snapshot.pool.loginProviders).map(
      ({ name }) => `A secret is never shown: give the ${name.replaceAll('_', ' ')} in ${format.secret(name)}.`,
    ),
    ...(reserved.length > 0 ? [`Left out, because only AWS sets them: the tags ${reserved.join(', ')}.`] : []),
    ...format.notes(snapshot),
  ]
}

function stackNotes(snapshot: PoolSnapshot): string[] {
  return [...longDeveloperName(snapshot), ...dynamicReferences(snapshot)]
}

function longDeveloperName({ pool }: PoolSnapshot): string[] {
  return (pool.developerProviderName ?? '').length > 100
    ? ['CloudFormation refuses a developer provider name of more than 100 characters, and this one is longer.']
    : []
}

/** Nothing escapes them in a template. */
function dynamicReferences(snapshot: PoolSnapshot): string[] {
  const found = [...new Set(JSON.stringify(snapshot).match(/\{\{resolve:[^}"]*\}?\}?/g))]
  return found.map(
    (text) =>
      `This pool has the text ${isolated(text)}, and CloudFormation would put what it refers to in its place: change it before you deploy the code.`,
  )
}
