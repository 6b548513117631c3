import { malformedPolicy } from '../state/iam-errors.ts'
import { isRecord } from './json-type.ts'

export type Statement = Record<string, unknown>

const FORMS = {
  identity: ['Version', 'Id', 'Statement'],
  identityStatement: ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
  trustStatement: ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'],
} as const
const VERSIONS = ['2008-10-17', '2012-10-17']
const RESOURCE = /^(?:\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:.+|\$\{.+)$/s
const ACTION = /^(?:\*|[\w-]+:[\w*?]+)$/
const OPERATOR =
  /^(?:ForAnyValue:|ForAllValues:)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like))(?:IfExists)?$|^Null$/i

/** A policy of an identity or a role's trust, checked as IAM does before it takes one. Throws MalformedPolicyDocument. */
export function checkPolicy(document: string, kind: 'identity' | 'trust') {
  const policy = parsed(document)
  if (!isRecord(policy) || hasOther(policy, FORMS.identity)) throw syntaxError()
  if (policy['Version'] !== undefined && !VERSIONS.some((one) => one === policy['Version'])) throw syntaxError()
  const statements = statementsOf(policy)
  if (statements.length === 0) throw syntaxError()
  for (const statement of statements) checkStatement(statement, kind)
  const ids = statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]))
  if (new Set(ids).size < ids.length) throw malformedPolicy('Statement IDs (SID) in a single policy must be unique.')
}

/** The statements of a policy that was taken. */
export const statementsIn = (document: string): Statement[] => {
  const policy: unknown = JSON.parse(document)
  return isRecord(policy) ? statementsOf(policy) : []
}

const syntaxError = () => malformedPolicy('Syntax errors in policy.')

function parsed(document: string): unknown {
  try {
    return JSON.parse(document)
  } catch {
    throw malformedPolicy('This policy contains invalid Json')
  }
}

function statementsOf(policy: Record<string, unknown>): Statement[] {
  const statements = [policy['Statement'] ?? []].flat()
  if (!statements.every(isRecord)) throw syntaxError()
  return statements
}

const hasOther = (record: Record<string, unknown>, known: readonly string[]) =>
  Object.keys(record).some((key) => !known.includes(key))

function checkStatement(statement: Statement, kind: 'identity' | 'trust') {
  const { Effect, Sid = '', Action, NotAction, Condition = {} } = statement
  if (kind === 'identity' && ('Principal' in statement || 'NotPrincipal' in statement))
    throw malformedPolicy('Policy document should not specify a principal.')
  if (kind === 'trust' && ('Resource' in statement || 'NotResource' in statement))
    throw malformedPolicy('Has prohibited field Resource')
  if (hasOther(statement, kind === 'trust' ? FORMS.trustStatement : FORMS.identityStatement)) throw syntaxError()
  if (Effect !== 'Allow' && Effect !== 'Deny') throw syntaxError()
  if (typeof Sid !== 'string' || !/^\w*$/.test(Sid)) throw malformedPolicy('Statement IDs (SID) must be alpha-numeric.')
  const actions = oneOf(Action, NotAction, 'Policy statement must contain actions.')
  if (!actions.every((one) => ACTION.test(one)))
    throw malformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.')
  if (kind === 'trust') checkTrust(statement, actions)
  else checkResources(statement)
  checkCondition(Condition)
}

function checkResources({ Resource, NotResource }: Statement) {
  const bad = oneOf(Resource, NotResource, 'Policy statement must contain resources.').find(
    (one) => !RESOURCE.test(one),
  )
  if (bad !== undefined) throw malformedPolicy(`Resource ${bad} must be in ARN format or "*".`)
}

function checkTrust({ Principal, NotPrincipal }: Statement, actions: string[]) {
  const principal = Principal ?? NotPrincipal
  if (principal === undefined) throw malformedPolicy('Missing required field Principal')
  const isNamed = isRecord(principal) && Object.keys(principal).length > 0
  if (principal !== '*' && !isNamed) throw malformedPolicy('AssumeRolepolicy contained an invalid principal')
  if (!actions.every((one) => /^(?:sts:.*|\*)$/i.test(one)))
    throw malformedPolicy('AssumeRole policy may only specify STS AssumeRole actions.')
}

function checkCondition(condition: unknown) {
  if (!isRecord(condition)) throw syntaxError()
  for (const [operator, keys] of Object.entries(condition)) {
    if (!OPERATOR.test(operator) || !isRecord(keys)) throw syntaxError()
    for (const value of Object.values(keys)) if (!isListOf(value, ['string', 'number', 'boolean'])) throw syntaxError()
  }
}

/** The texts of an element or of its opposite, just one of which has to be there. */
function oneOf(one: unknown, other: unknown, missing: string): string[] {
  if (one !== undefined && other !== undefined) throw syntaxError()
  const given = one ?? other
  if (given === undefined || (Array.isArray(given) && given.length === 0)) throw malformedPolicy(missing)
  if (!isListOf(given, ['string'])) throw syntaxError()
  return [given].flat().map(String)
}

const isListOf = (value: unknown, types: readonly string[]) =>
  [value].flat().every((one: unknown) => types.includes(typeof one))
