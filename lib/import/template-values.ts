import { z } from 'zod'
import { MASKED } from '../login-providers/provider-secrets.ts'
import type { Fields } from './from-service.ts'
import { Untold, type Resolved } from './known-part.ts'

export type Parameters = Readonly<Record<string, { Type?: unknown; Default?: unknown; NoEcho?: unknown }>>

const NO_VALUE = 'has no value in the template'
const DYNAMIC = /\{\{resolve:[^}]*\}\}/g
const OF_SERVERLESS = /\$\{\s*[\w.-]+(?::(?!:)|\()[^}]*\}|\$\{AWS::\w+\}/

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a function of CloudFormation, such as `Ref`. */
export const isIntrinsic = (value: Fields): boolean => {
  const [name = '', ...others] = Object.keys(value)
  return others.length === 0 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))
}

/**
 * A template's value with parameters and joins worked out. What is hidden, a parameter with `NoEcho` or a dynamic
 * reference, stands in it masked. Errors: `Untold`.
 */
export function resolveValue(parameters: Parameters, value: unknown): Resolved {
  const hidden: string[] = []
  const hide = (reason: string) => {
    hidden.push(reason)
    return MASKED
  }
  const plain = (text: string): string => {
    const [variable] = OF_SERVERLESS.exec(text) ?? []
    if (variable !== undefined) throw new Untold(`${variable} is a variable of Serverless`)
    return text.replaceAll(DYNAMIC, (reference) => hide(`${reference} is worked out by CloudFormation only`))
  }
  const reference = (name: string): unknown => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (parameter?.NoEcho === true || parameter?.NoEcho === 'true') return hide(`Ref ${name} is hidden by NoEcho`)
    if (String(parameter?.Type).startsWith('AWS::SSM::Parameter::'))
      throw new Untold(`Ref ${name} names a parameter of Systems Manager`)
    if (/^[\w.-]+(?::(?!:)|\()/.test(name)) throw new Untold(`\${${name}} is a variable of Serverless`)
    if (parameter?.Default === undefined) throw new Untold(`Ref ${name} ${NO_VALUE}`)
    return resolve(parameter.Default)
  }
  const resolve = (part: unknown): unknown => {
    if (typeof part === 'string') return plain(part)
    if (!isFields(part) || !isIntrinsic(part)) return part
    const [[name, argument] = ['', null]] = Object.entries(part)
    if (name === 'Ref' && typeof argument === 'string') return reference(argument)
    const join = z.tuple([z.string(), z.array(z.unknown())]).safeParse(argument)
    if (name === 'Fn::Join' && join.success) return join.data[1].map((item) => String(resolve(item))).join(join.data[0])
    if (name === 'Fn::Sub' && typeof argument === 'string') return substituted(argument)
    throw new Untold(`${typeof argument === 'string' ? `${name} ${argument}` : name} ${NO_VALUE}`)
  }
  const substituted = (text: string): string =>
    text
      .split(/(\$\{[^}]*\})/)
      .map((piece, index) => {
        if (index % 2 === 0) return plain(piece)
        const name = piece.slice(2, -1)
        return name.startsWith('!') ? `\${${name.slice(1)}}` : String(reference(name.trim()))
      })
      .join('')
  return { known: resolve(value), hidden: hidden[0] ?? null }
}
