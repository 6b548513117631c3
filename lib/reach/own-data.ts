import { partsOf } from '../policies/pattern.ts'
import type { Condition, PolicyStatement } from '../policies/policy.ts'
import { keyHead } from './known-action.ts'

/** Keys whose value is of one person or of a group that a claim names. */
const isOwn = (key: string): boolean =>
  /^cognito-identity[\w.-]*:sub$/i.test(key) || /^aws:(?:userid|PrincipalTag\/.+)$/i.test(key)

/** Whether a text of a policy names something of whoever asks, such as `home/${cognito-identity.amazonaws.com:sub}/*`. */
export const namesOwn = (text: string, { variables }: Pick<PolicyStatement, 'variables'>): boolean =>
  text.includes('${') && partsOf(text, { variables }).some((part) => part.kind === 'key' && isOwn(part.key))

const HOLDS = /^(forallvalues:)?(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/i
const HOLDS_NOT = /^(?:foranyvalue:)?(?:string|arn)not(?:equals|equalsignorecase|like)$/i

/**
 * Whether a statement's conditions hold an action to data of one's own. `ForAllValues` holds nothing of a key that the
 * action does not bring, unless `Null` asks for the key.
 */
export function conditionsHoldOwn(statement: PolicyStatement, keys: readonly string[]): boolean {
  const asked = new Set(statement.conditions.filter(isAskedFor).map(({ key }) => key.toLowerCase()))
  return statement.conditions.some((condition) => {
    const [operator, all] = HOLDS.exec(condition.operator) ?? []
    const there = brings(condition, keys) || asked.has(condition.key.toLowerCase())
    return operator !== undefined && (all === undefined || there) && namesOnlyOwn(condition, statement)
  })
}

/** Whether a denial leaves nothing but data of one's own: it denies what is of anybody else. */
export const deniesOthers = (statement: PolicyStatement, keys: readonly string[]): boolean =>
  statement.conditions.length === 1 &&
  statement.conditions.every(
    (condition) => HOLDS_NOT.test(condition.operator) && brings(condition, keys) && namesOnlyOwn(condition, statement),
  )

const isAskedFor = ({ operator, values }: Condition): boolean =>
  operator.toLowerCase() === 'null' && values.every((value) => value.toLowerCase() === 'false')

const brings = ({ key }: Condition, keys: readonly string[]): boolean => keys.includes(keyHead(key))

const namesOnlyOwn = ({ values }: Condition, statement: PolicyStatement): boolean =>
  values.length > 0 && values.every((value) => namesOwn(value, statement))
