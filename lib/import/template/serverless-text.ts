import { ask, isPart, textOf, type ToldValue } from '../told/told.ts'
import { isFields, type Template } from './template.ts'

/** A variable of Serverless, or one of CloudFormation where only Serverless takes it: `${self:custom.stage}`. */
const VARIABLE = /\$\{\s*(?:[\w.-]+(?::(?!:)|\()[^{}]*|AWS::\w+)\}/

/** A text with variables of Serverless in it, those put in that point into the same file; null when there are none. */
export function serverlessText(
  text: string,
  { serverless }: Template,
  lower: (value: unknown) => ToldValue,
): ToldValue | null {
  if (!text.includes('${') || !VARIABLE.test(text)) return null
  const all = new RegExp(VARIABLE, 'g')
  const found = text.match(all) ?? []
  const parts = text.split(all).flatMap((piece, index): ToldValue[] => {
    const variable = found[index]
    return variable === undefined ? [piece] : [piece, valueOf(variable, serverless, lower)]
  })
  const said = parts.filter((part) => part !== '')
  const [only = '', ...more] = said
  return more.length === 0 && isPart(only) ? only : textOf(said)
}

function valueOf(
  variable: string,
  serverless: Template['serverless'],
  lower: (value: unknown) => ToldValue,
): ToldValue {
  const inner = variable.slice(2, -1).trim()
  if (inner.startsWith('AWS::')) return ask(inner)
  const [name = '', ...rest] = inner.split(',').map((part) => part.trim())
  const own = serverless && name.startsWith('self:') ? at(serverless, name.slice('self:'.length)) : undefined
  if (own !== undefined) return lower(own)
  const hint = /^(['"]?)([^'"$]*)\1$/.exec(rest.join(', '))?.[2] ?? ''
  return ask(variable, { reason: REASON, ...(hint !== '' && { hint }) })
}

const REASON = 'is a variable of Serverless'

/** What stands at a path such as `custom.stage`. */
function at(from: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((one, key) => (isFields(one) && Object.hasOwn(one, key) ? one[key] : undefined), from)
}
