import { isRecord } from './json-type.ts'
import { COGNITO_PROVIDER } from './openid-token.ts'
import { type Context, like, meetsAll } from './policy-condition.ts'
import { type Statement, statementsIn } from './policy-document.ts'

/** Whether a role's trust policy lets Amazon Cognito do something for whom the context describes. */
export function trustAllows(document: string, action: string, context: Context): boolean {
  const applying = statementsIn(document).filter(
    (statement) => isAboutCognito(statement) && covers(statement, action) && meetsAll(statement['Condition'], context),
  )
  return applying.some(({ Effect }) => Effect === 'Allow') && applying.every(({ Effect }) => Effect === 'Allow')
}

function isAboutCognito({ Principal, NotPrincipal }: Statement): boolean {
  return NotPrincipal === undefined ? names(Principal) : !names(NotPrincipal)
}

/** `"*"` and `{ "AWS": "*" }` are everybody. */
function names(principal: unknown): boolean {
  if (principal === '*') return true
  if (!isRecord(principal)) return false
  const isEither = (one: string) => one === COGNITO_PROVIDER || one === '*'
  return textsOf(principal['Federated']).some(isEither) || textsOf(principal['AWS']).includes('*')
}

function covers({ Action, NotAction }: Statement, action: string): boolean {
  const isNamed = textsOf(Action ?? NotAction).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()))
  return isNamed !== (Action === undefined)
}

const textsOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')
