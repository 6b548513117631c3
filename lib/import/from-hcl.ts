import { MASKED } from '../pools/provider-secrets.ts'
import { fromTerraform, type TerraformResource } from './from-terraform.ts'
import type { Fields, ImportedPool } from './from-service.ts'
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
  return fromTerraform(resources).map((pool) => ({ ...pool, notes: [...aside, ...pool.notes] }))
}

type Variables = Map<string, Record<string, HclRead>>

function toResource(block: HclBlock, variables: Variables): TerraformResource {
  const [type = '', name = ''] = block.labels
  const notes: string[] = []
  return { type, address: `${type}.${name}`, values: bodyOf(block, variables, notes), notes }
}

function bodyOf({ attributes, blocks }: HclBlock, variables: Variables, notes: string[]): Fields {
  const fields: Fields = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'identity_pool_id' && value instanceof HclExpression) {
      fields[name] = value.text
      continue
    }
    try {
      fields[name] = plain(value, variables)
    } catch (error) {
      if (!(error instanceof Unknown)) throw error
      notes.push(`${error.message} so ${name} was left out.`)
    }
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

class Unknown extends Error {}

/** A value with variables put in: a sensitive or unset one stands for a secret, any other for its default. */
function plain(value: HclRead, variables: Variables): unknown {
  if (value instanceof HclTemplate)
    return value.parts
      .map((part) => (typeof part === 'string' ? part : String(variable(part.expression, value.line, variables))))
      .join('')
  if (value instanceof HclExpression) return variable(value.text, value.line, variables)
  if (Array.isArray(value)) return value.map((item) => plain(item, variables))
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member, variables)]))
}

function variable(expression: string, line: number, variables: Variables): unknown {
  const declared = variables.get(/^var\.([\w-]+)$/.exec(expression)?.[1] ?? '')
  if (declared?.['sensitive'] === true) return MASKED
  const value = declared?.['default']
  if (value === undefined || value instanceof HclExpression || value instanceof HclTemplate)
    throw new Unknown(`Line ${line}: only Terraform can work out ${expression},`)
  return plain(value, variables)
}
