import type { World } from '../state/world.ts'
import { isRecord } from './json-type.ts'
import { COGNITO_PROVIDER } from './openid-token.ts'
import { type Context, like, meetsAll } from './policy-condition.ts'
import { type Statement, statementsIn } from './policy-document.ts'
import { sessionContext, type SessionSubject } from './session-context.ts'

const ASSUME = 'sts:AssumeRoleWithWebIdentity'
const TAG = 'sts:TagSession'

/** The action that a role's trust policy refuses to Amazon Cognito and would have to allow for a session, or null. */
export function refusedAction(world: World, document: string, subject: SessionSubject): string | null {
  const context = sessionContext(world, subject)
  const needed = Object.keys(subject.tags).length > 0 ? [ASSUME, TAG] : [ASSUME]
  return needed.find((action) => !allows(document, action, context)) ?? null
}

function allows(document: string, action: string, context: Context): boolean {
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
