import { MASKED } from '../login-providers/provider-secrets.ts'
import { Untold, type Resolved } from './known-part.ts'
import { HclExpression, HclTemplate, type HclBlock, type HclRead } from './parse-hcl.ts'

/** What a text declares of its variables, by their names. */
export type DeclaredVariables = ReadonlyMap<string, Record<string, HclRead>>

export const ONLY = 'only Terraform can work out'

export const declaredVariables = (blocks: readonly HclBlock[]): DeclaredVariables =>
  new Map(
    blocks.flatMap(({ type, labels, attributes }) =>
      type === 'variable' && labels[0] ? [[labels[0], attributes] as const] : [],
    ),
  )

/** A value with the defaults of variables put in; a sensitive one stands in it masked. Errors: `Untold`. */
export function resolveHcl(value: HclRead, variables: DeclaredVariables): Resolved {
  const hidden: string[] = []
  const variable = (expression: string, line: number): unknown => {
    const declared = variables.get(/^var\.([\w-]+)$/.exec(expression)?.[1] ?? '')
    if (declared?.['sensitive'] === true) {
      hidden.push(`Line ${line}: ${expression} is sensitive,`)
      return MASKED
    }
    const preset = declared?.['default']
    if (preset === undefined || typeof preset === 'object')
      throw new Untold(`Line ${line}: ${ONLY} ${short(expression)},`)
    return preset
  }
  const known =
    value instanceof HclTemplate
      ? value.parts
          .map((part) => (typeof part === 'string' ? part : String(variable(part.expression, value.line))))
          .join('')
      : value instanceof HclExpression
        ? variable(value.text, value.line)
        : value
  return { known, hidden: hidden[0] ?? null }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
