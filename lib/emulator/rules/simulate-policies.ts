import { isRecord } from './json-type.ts'
import { type Context, like, meetsAll, resolved } from './policy-condition.ts'
import { type Statement, statementsIn } from './policy-document.ts'

/** A policy with the name that an answer gives it. */
export interface NamedPolicy {
  id: string
  type: string
  document: string
}

interface Question {
  policies: readonly NamedPolicy[]
  boundary: NamedPolicy | null
  action: string
  resource: string
  context: Context
}

export interface Simulated {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny'
  /** The policies whose statements decide. */
  by: NamedPolicy[]
}

/** Whether policies of a role let an action be done on a resource; a key that the context lacks is absent. */
export function simulate({ policies, boundary, ...asked }: Question): Simulated {
  const applying = (policy: NamedPolicy, effect: string) =>
    statementsIn(policy.document).some(
      (statement) => statement['Effect'] === effect && applies(statement, versionOf(policy), asked),
    )
  const all = boundary === null ? policies : [...policies, boundary]
  const denying = all.filter((policy) => applying(policy, 'Deny'))
  if (denying.length > 0) return { decision: 'explicitDeny', by: denying }
  const allowing = policies.filter((policy) => applying(policy, 'Allow'))
  const isWithin = boundary === null || applying(boundary, 'Allow')
  return allowing.length > 0 && isWithin ? { decision: 'allowed', by: allowing } : { decision: 'implicitDeny', by: [] }
}

const SINCE = '2012-10-17'

function versionOf({ document }: NamedPolicy): boolean {
  const policy: unknown = JSON.parse(document)
  return isRecord(policy) && policy['Version'] === SINCE
}

type Asked = Pick<Question, 'action' | 'resource' | 'context'>

function applies(statement: Statement, variables: boolean, { action, resource, context }: Asked): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement
  const isNamed = textsOf(Action ?? NotAction).some((one) => like(one.toLowerCase(), action.toLowerCase()))
  const isOn = textsOf(Resource ?? NotResource).some((one) => isResource(one, resource, variables ? context : null))
  return (
    isNamed === (Action !== undefined) && isOn === (Resource !== undefined) && meetsAll(Condition, context, variables)
  )
}

/** A star stands for any text here, colons among it. */
function isResource(pattern: string, resource: string, context: Context | null): boolean {
  if (pattern === '*') return true
  return like(context === null ? pattern : resolved(pattern, context), resource)
}

/** The keys that policies ask for and a context does not have. */
export function missingKeys(policies: readonly NamedPolicy[], context: Context): string[] {
  const keys = policies.flatMap(({ document }) =>
    statementsIn(document).flatMap(({ Condition, Resource, NotResource }) => [
      ...Object.values(isRecord(Condition) ? Condition : {}).flatMap((asked) =>
        isRecord(asked) ? [...Object.keys(asked), ...variablesIn(JSON.stringify(asked))] : [],
      ),
      ...variablesIn(JSON.stringify([Resource, NotResource])),
    ]),
  )
  return [...new Set(keys)].filter((key) => !context.has(key.toLowerCase()))
}

const variablesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{\s*([\w:./-]+?)\s*[,}]/g)].flatMap(([, key]) => key ?? [])

const textsOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')
