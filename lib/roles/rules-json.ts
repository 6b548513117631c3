import { JsonProblem, locatedJson, type Located } from './located-json.ts'
import type { MappingRule } from './pool-roles.ts'
import { mappingRuleSchema } from './schema.ts'
import { toServiceRules } from './to-service-roles.ts'

/** Rules as the `RulesConfiguration` of AWS's API. */
export const toRulesJson = (rules: readonly MappingRule[]): string =>
  JSON.stringify({ Rules: toServiceRules(rules) }, null, 2)

/** The members of a rule by their name in the API, and as they are called here. */
const fields = { Claim: 'claim', MatchType: 'match', Value: 'value', RoleARN: 'roleArn' } as const
type Name = keyof typeof fields
const names = Object.keys(fields) as Name[]

const MATCH = 'MatchType is one of Equals, NotEqual, StartsWith and Contains.'

export type ReadRules = { ok: true; rules: MappingRule[] } | { ok: false; problems: string[] }

/**
 * Rules out of a pasted text: a list of rules, an object with `Rules`, a role mapping, or an answer of
 * get-identity-pool-roles with the rules of one provider. A rule has AWS's names or those that are used here.
 */
export function readRules(text: string): ReadRules {
  try {
    const list = rulesIn(locatedJson(text))
    const read = list.map(readRule)
    const problems = read.flatMap((one) => one.problems)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, rules: read.flatMap(({ rule }) => rule ?? []) }
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error
    return { ok: false, problems: [`Line ${error.line}: ${error.message}`] }
  }
}

function rulesIn(node: Located): Located[] {
  if (node.items) {
    if (node.items.length === 0) throw new JsonProblem(node.line, 'This list has no rules in it.')
    return node.items
  }
  const { members } = node
  const inner = members?.get('RulesConfiguration') ?? members?.get('Rules') ?? members?.get('rules')
  if (inner) return rulesIn(inner)
  if (members && names.some((name) => members.has(name) || members.has(fields[name]))) return [node]
  const mappings = members?.get('RoleMappings')?.members
  if (mappings) {
    const ruled = [...mappings.values()].filter((mapping) => mapping.members?.has('RulesConfiguration'))
    const [only] = ruled
    if (only && ruled.length === 1) return rulesIn(only)
    throw new JsonProblem(
      node.line,
      only ? 'This has rules of several providers: paste those of one.' : 'There is no provider with rules in this.',
    )
  }
  throw new JsonProblem(node.line, 'There are no rules in this: they are a list, or an object with Rules in it.')
}

function readRule(node: Located, index: number): { rule: MappingRule | null; problems: string[] } {
  const problems: string[] = []
  const tell = (line: number, message: string) => problems.push(`Line ${line}, rule ${index + 1}: ${message}`)
  const { members } = node
  if (!members) {
    tell(node.line, 'This is no rule: a rule is an object with Claim, MatchType, Value and RoleARN.')
    return { rule: null, problems }
  }
  const known = new Set<string>([...names, ...Object.values(fields)])
  for (const [name, { line }] of members) if (!known.has(name)) tell(line, `${name} is nothing that a rule has.`)
  const rule: Record<string, string> = {}
  for (const name of names) {
    const member = members.get(name) ?? members.get(fields[name])
    const { value } = member ?? {}
    if (!member) tell(node.line, `${name} is missing.`)
    else if (typeof value !== 'string') tell(member.line, `${name} is no text.`)
    else {
      const issue = mappingRuleSchema.shape[fields[name]].safeParse(value).error?.issues[0]
      if (issue) tell(member.line, name === 'MatchType' ? MATCH : issue.message)
      else rule[fields[name]] = value
    }
  }
  return { rule: mappingRuleSchema.safeParse(rule).data ?? null, problems }
}
