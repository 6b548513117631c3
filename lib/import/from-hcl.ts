import { MASKED } from '../login-providers/provider-secrets.ts'
import { fromTerraform, type TerraformResource } from './from-terraform.ts'
import type { Fields, ImportedPool } from './from-service.ts'
import { knownPart, Untold } from './known-part.ts'
import { HclExpression, HclTemplate, parseHcl, type HclBlock, type HclRead } from './parse-hcl.ts'

/** Blocks of Terraform that say nothing about a pool. */
const ofTerraform = new Set([
  'terraform',
  'provider',
  'variable',
  'import',
  'output',
  'locals',
  'data',
  'moved',
  'removed',
])
const repeated = new Set(['cognito_identity_providers', 'role_mapping', 'mapping_rule'])

const ONLY = 'only Terraform can work out'
const REMEDY = 'What terraform show -json prints of a state or a plan has every value worked out: paste that instead.'

/** The identity pools of Terraform's own language. Errors: `HclError`. */
export function fromHcl(source: string): ImportedPool[] {
  const { blocks } = parseHcl(source)
  const variables = new Map(
    blocks.flatMap((block) =>
      block.type === 'variable' && block.labels[0] ? [[block.labels[0], block.attributes] as const] : [],
    ),
  )
  const aside = blocks
    .filter(({ type }) => type !== 'resource' && !ofTerraform.has(type))
    .map(({ type, line }) => `Line ${line}: ${type} is not understood, so it was left out.`)
  const resources = blocks
    .filter(({ type, labels }) => type === 'resource' && labels[0]?.startsWith('aws_cognito_identity_pool'))
    .map((block) => toResource(block, variables))
  return fromTerraform(resources).map((pool) => {
    const unknown = pool.notes.some((note) => note.includes(ONLY))
    return { ...pool, notes: [...aside, ...pool.notes, ...(unknown ? [REMEDY] : [])] }
  })
}

type Variables = Map<string, Record<string, HclRead>>

function toResource(block: HclBlock, variables: Variables): TerraformResource {
  const [type = '', name = ''] = block.labels
  const notes: string[] = []
  return { type, address: `${type}.${name}`, values: bodyOf(block, variables, notes), notes }
}

function bodyOf({ attributes, blocks }: HclBlock, variables: Variables, notes: string[]): Fields {
  const fields: Fields = {}
  const reading = {
    membersOf: (value: HclRead) => (isMap(value) ? Object.entries(value) : null),
    pathOf: (path: string, key: string) => `${path}["${key}"]`,
    resolve: (value: HclRead) => scalar(value, variables),
    note: (path: string, reason: string) => notes.push(`${reason} so ${path} was left out.`),
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'identity_pool_id' && value instanceof HclExpression) {
      fields[name] = value.text
      continue
    }
    for (const known of knownPart(value, name, reading)) fields[name] = known
  }
  for (const block of blocks) {
    if (repeated.has(block.type)) {
      const before = fields[block.type]
      fields[block.type] = [...(Array.isArray(before) ? (before as unknown[]) : []), bodyOf(block, variables, notes)]
    } else if (block.type !== 'lifecycle' && block.type !== 'timeouts') {
      const what = [block.type, ...block.labels].join(' ')
      notes.push(`Line ${block.line}: ${what} is not understood, so it was left out.`)
    }
  }
  return fields
}

const isMap = (value: HclRead): value is Record<string, HclRead> =>
  typeof value === 'object' && !(value instanceof HclTemplate) && !(value instanceof HclExpression)

/** A value with variables put in: a sensitive one stands for a secret, any other for its default. */
function scalar(value: HclRead, variables: Variables): unknown {
  if (value instanceof HclTemplate)
    return value.parts
      .map((part) => (typeof part === 'string' ? part : String(variable(part.expression, value.line, variables))))
      .join('')
  return value instanceof HclExpression ? variable(value.text, value.line, variables) : value
}

function variable(expression: string, line: number, variables: Variables): unknown {
  const declared = variables.get(/^var\.([\w-]+)$/.exec(expression)?.[1] ?? '')
  if (declared?.['sensitive'] === true) return MASKED
  const value = declared?.['default']
  if (value === undefined || typeof value === 'object') throw new Untold(`Line ${line}: ${ONLY} ${short(expression)},`)
  return value
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
