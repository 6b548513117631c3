import type { DescribedPool } from '../described/described-pool.ts'
import { HclError, hclTokens } from '../hcl/hcl-tokens.ts'
import { ExpressionReader } from '../hcl/parse-expression.ts'
import type { HclBlock } from '../hcl/parse-hcl.ts'
import { ask, listOf, mapOf, TooMuch, type Answers, type ToldValue } from '../told/told.ts'
import { fromBlocks } from './from-hcl.ts'

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How many labels a block of each type has. */
const labelled: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  provider: 1,
  module: 1,
  output: 1,
}
/** Blocks within a resource and a provider. */
const inner = new Set([
  'cognito_identity_providers',
  'role_mapping',
  'mapping_rule',
  'default_tags',
  'dynamic',
  'content',
])

/** The identity pools of Terraform in JSON, which `.tf.json` files have; null when it is none. Errors: `TooMuch`. */
export function fromTerraformSyntax(document: unknown, said: Answers): DescribedPool[] | null {
  if (!isFields(document) || bodies(document['resource']).length === 0) return null
  const blocks = Object.entries(document).flatMap(([type, body]) => {
    if (type === 'locals') return bodies(body).map((one) => toBlock(type, [], one, 0))
    const labels = labelled[type]
    return labels === undefined ? [] : labelledBlocks(type, labels, body, [])
  })
  return fromBlocks(blocks, said)
}

const bodies = (value: unknown): Fields[] => (Array.isArray(value) ? value : [value]).filter(isFields)

function labelledBlocks(type: string, left: number, value: unknown, labels: string[]): HclBlock[] {
  if (left === 0) return bodies(value).map((body) => toBlock(type, labels, body, 0))
  return bodies(value).flatMap((group) =>
    Object.entries(group).flatMap(([label, body]) => labelledBlocks(type, left - 1, body, [...labels, label])),
  )
}

function toBlock(type: string, labels: string[], body: Fields, depth: number): HclBlock {
  if (depth > 60) throw new TooMuch()
  const block: HclBlock = { type, labels, attributes: {}, blocks: [], line: 1 }
  for (const [name, value] of Object.entries(body)) {
    if (name === '//') continue
    if (name === 'dynamic')
      for (const [label, one] of bodies(value).flatMap(Object.entries))
        for (const each of bodies(one)) block.blocks.push(toBlock(name, [label], each, depth + 1))
    else if (inner.has(name) && (isFields(value) || Array.isArray(value)))
      for (const one of bodies(value)) block.blocks.push(toBlock(name, [], one, depth + 1))
    else block.attributes[name] = toldOf(value, isExpression(type, name), depth)
  }
  return block
}

/** The default of a variable is as it stands; elsewhere texts have templates. */
const isExpression = (type: string, name: string): boolean => !(type === 'variable' && name === 'default')

function toldOf(value: unknown, hasTemplates: boolean, depth: number): ToldValue {
  if (depth > 200) throw new TooMuch()
  if (Array.isArray(value)) return listOf(value.map((item) => toldOf(item, hasTemplates, depth + 1)))
  if (isFields(value))
    return mapOf(Object.entries(value).map(([key, member]) => [key, toldOf(member, hasTemplates, depth + 1)]))
  if (typeof value === 'string') return hasTemplates ? templateOf(value) : value
  if (typeof value === 'number') return String(value)
  return typeof value === 'boolean' ? value : null
}

function templateOf(text: string): ToldValue {
  if (!/[$%]\{/.test(text)) return text
  try {
    const [token] = hclTokens(`"${text.replaceAll(/["\\](?![^{]*\})/g, '\\$&').replaceAll('\n', '\\n')}"`)
    return token?.kind === 'string' ? new ExpressionReader([]).string(token.parts) : text
  } catch (error) {
    if (error instanceof HclError) return ask(text, { reason: 'is not understood' })
    throw error
  }
}
