import { isolated } from '../core/isolated.ts'
import { loginSecrets, pascalCase } from './login-secret.ts'
import { toCreateCommands, toUpdateCommands } from './to-aws-cli.ts'
import { toCdk } from './to-cdk.ts'
import { toCloudFormation, toCloudFormationYaml } from './to-cloudformation.ts'
import { terraformNotes } from './terraform-notes.ts'
import { toTerraform } from './to-terraform.ts'
import { longDeveloperName } from './long-developer-name.ts'
import { reservedTags, type PoolSnapshot } from './snapshot.ts'

type Format = {
  id: string
  label: string
  language: 'shell' | 'hcl' | 'json' | 'yaml' | 'typescript'
  /** What the format gives, each with the name that its copy button says, and the end of its file’s name. */
  parts: (snapshot: PoolSnapshot) => { title: string; text?: string; file: string; code: string }[]
  /** How a secret's variable is called there. */
  secret: (name: string) => string
  /** What the code cannot say of this pool. */
  notes: (snapshot: PoolSnapshot) => string[]
}

export const codeFormats: readonly Format[] = [
  {
    id: 'cli',
    label: 'AWS CLI',
    language: 'shell',
    parts: (snapshot) => [
      {
        title: 'Create an equal pool',
        text: 'For a POSIX shell. Each command runs only if the one before it worked.',
        file: '-create.sh',
        code: toCreateCommands(snapshot, snapshot.pool.region),
      },
      {
        title: 'Set this pool to what it is now',
        text: 'Edit it to change the pool. Keep every flag: the service resets each field that the command leaves out.',
        file: '-update.sh',
        code: toUpdateCommands(snapshot),
      },
    ],
    secret: (name) => `the variable ${name.toUpperCase()} of the shell`,
    notes: () => [],
  },
  {
    id: 'terraform',
    label: 'Terraform',
    language: 'hcl',
    parts: (snapshot) => [
      {
        title: 'Terraform configuration',
        text: 'For Terraform 1.5 or later. Its import blocks take over this pool in place of making another one.',
        file: '.tf',
        code: toTerraform(snapshot),
      },
    ],
    secret: (name) => `the variable ${name}`,
    notes: terraformNotes,
  },
  {
    id: 'cloudformation',
    label: 'CloudFormation (JSON)',
    language: 'json',
    parts: (snapshot) => [
      { title: 'CloudFormation template', file: '.template.json', code: toCloudFormation(snapshot) },
    ],
    secret: (name) => `the parameter ${pascalCase(name)}`,
    notes: stackNotes,
  },
  {
    id: 'cloudformation-yaml',
    label: 'CloudFormation (YAML)',
    language: 'yaml',
    parts: (snapshot) => [
      { title: 'CloudFormation template', file: '.template.yaml', code: toCloudFormationYaml(snapshot) },
    ],
    secret: (name) => `the parameter ${pascalCase(name)}`,
    notes: stackNotes,
  },
  {
    id: 'cdk',
    label: 'CDK',
    language: 'typescript',
    parts: (snapshot) => [
      {
        title: 'CDK program',
        text: 'For aws-cdk-lib 2, in TypeScript.',
        file: '-stack.ts',
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
      ({ name }) => `A secret is never shown: give the ${spoken(name)} in ${format.secret(name)}.`,
    ),
    ...(reserved.length > 0 ? [`Left out, because only AWS sets them: the tags ${reserved.join(', ')}.`] : []),
    ...format.notes(snapshot),
  ]
}

/** `Twitter consumer secret` */
const spoken = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')

function stackNotes(snapshot: PoolSnapshot): string[] {
  return [...longDeveloperName('CloudFormation', snapshot), ...dynamicReferences(snapshot)]
}

/** Nothing escapes them in a template. */
function dynamicReferences(snapshot: PoolSnapshot): string[] {
  const found = [...new Set(JSON.stringify(snapshot).match(/\{\{resolve:[^}"]*\}?\}?/g))]
  return found.map(
    (text) =>
      `This pool has the text ${isolated(text)}, and CloudFormation would put what it refers to in its place: change it before you deploy the code.`,
  )
}
