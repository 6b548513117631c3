import { ask, callOf, getOf, listOf, mapOf, textOf, TooMuch, toTold, type ToldValue } from '../told/told.ts'
import { isFields, type Fields, type Template } from './template.ts'
import { serverlessText } from './serverless-text.ts'

const DYNAMIC = /\{\{resolve:[^{}]*\}\}/g
const DEEPEST = 200

/** Whether a value is a function of CloudFormation, such as `Ref`. */
const isIntrinsic = (value: Fields): boolean => {
  const [name = '', ...others] = Object.keys(value)
  return others.length === 0 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))
}

export type Lower = (value: unknown) => ToldValue

/** Makes what the values of a template mean, with its parameters, conditions and mappings put in. Errors: `TooMuch`. */
export function templateValues(template: Template): Lower {
  const { Parameters, Conditions, Mappings } = template
  const underWay = new Set<string>()
  let depth = 0
  const parameter = (name: string): ToldValue => {
    const declared = Object.hasOwn(Parameters, name) ? Parameters[name] : undefined
    if (!isFields(declared)) return ask(name)
    const { Type: type, Default: preset, NoEcho: hidden } = declared
    if (hidden === true || hidden === 'true') return ask(name, { reason: 'is hidden by NoEcho', isHidden: true })
    if (String(type).startsWith('AWS::SSM::Parameter::'))
      return ask(name, { reason: 'names a parameter of Systems Manager' })
    if (preset === undefined || preset === null) return ask(name)
    const isList = /^(?:CommaDelimitedList|List<)/.test(String(type))
    if (isList && typeof preset === 'string')
      return ask(name, { preset: listOf(preset.split(',').map((item) => item.trim())) })
    return ask(name, { preset: lower(preset) })
  }
  const reference = (name: string): ToldValue => (name === 'AWS::NoValue' ? null : (pseudo[name] ?? parameter(name)))
  const plain = (text: string): ToldValue => {
    const told = serverlessText(text, template, lower)
    if (told !== null) return told
    const pieces = text.split(DYNAMIC)
    const found = text.match(DYNAMIC) ?? []
    if (found.length === 0) return text
    return textOf(
      pieces.flatMap((piece, index): ToldValue[] => {
        const one = found[index]
        return one === undefined
          ? [piece]
          : [piece, ask(one, { reason: 'is worked out by CloudFormation only', isHidden: true })]
      }),
    )
  }
  const condition = (name: string): ToldValue => {
    if (!Object.hasOwn(Conditions, name) || underWay.has(name)) return ask(`condition ${name}`)
    underWay.add(name)
    const told = lower(Conditions[name])
    underWay.delete(name)
    return told
  }
  const substituted = (text: string, own: Fields): ToldValue =>
    serverlessText(text, template, lower, (piece) => inPlace(piece, own)) ?? inPlace(text, own)
  const inPlace = (text: string, own: Fields): ToldValue =>
    textOf(
      text.split(/(\$\{[^{}]*\})/).map((piece, index): ToldValue => {
        if (index % 2 === 0) return plain(piece)
        const name = piece.slice(2, -1)
        if (name.startsWith('!')) return `\${${name.slice(1)}}`
        const key = name.trim()
        return Object.hasOwn(own, key) ? lower(own[key]) : reference(key)
      }),
    )
  const functions: Readonly<Record<string, (argument: unknown, text: string) => ToldValue | undefined>> = {
    Ref: (name) => (typeof name === 'string' ? reference(name) : undefined),
    Condition: (name) => (typeof name === 'string' ? condition(name) : undefined),
    'Fn::GetAtt': (of) => ask(Array.isArray(of) ? of.map((one) => textIn(one)).join('.') : textIn(of)),
    'Fn::Sub': (given) => {
      const [text, own] = listIn(given) ?? [given]
      return typeof text === 'string' ? substituted(text, isFields(own) ? own : {}) : undefined
    },
    'Fn::Join': (given, text) => {
      const [by, items] = listIn(given) ?? []
      if (typeof by !== 'string') return undefined
      if (!Array.isArray(items)) return callOf('join', [by, lower(items)], text)
      return textOf(items.flatMap((item, index): ToldValue[] => (index === 0 ? [lower(item)] : [by, lower(item)])))
    },
    'Fn::Split': (given, text) => (Array.isArray(given) ? callOf('split', given.map(lower), text) : undefined),
    'Fn::Select': (given) => {
      const [index, list] = listIn(given) ?? []
      return getOf(lower(list), lower(index))
    },
    'Fn::If': (given, text) => {
      const [name, one, other] = listIn(given) ?? []
      return typeof name === 'string' ? callOf('if', [condition(name), lower(one), lower(other)], text) : undefined
    },
    'Fn::Equals': (given, text) => (Array.isArray(given) ? callOf('==', given.map(lower), text) : undefined),
    'Fn::Not': (given, text) => (Array.isArray(given) ? callOf('!', [lower(given[0])], text) : undefined),
    'Fn::And': (given, text) => every('&&', given, text),
    'Fn::Or': (given, text) => every('||', given, text),
    'Fn::FindInMap': (given) => {
      const [map, ...keys] = listIn(given) ?? []
      const table = typeof map === 'string' && Object.hasOwn(Mappings, map) ? Mappings[map] : undefined
      if (table === undefined) return undefined
      return keys
        .slice(0, 2)
        .map((key) => lower(key))
        .reduce(getOf, lower(table))
    },
    'Fn::ToJsonString': (given, text) => callOf('jsonencode', [lower(given)], text),
    'Fn::Length': (given, text) => callOf('length', [lower(given)], text),
  }
  const every = (name: string, given: unknown, text: string): ToldValue | undefined =>
    Array.isArray(given) && given.length > 0
      ? given.map(lower).reduce((one, other) => callOf(name, [one, other], text))
      : undefined
  const intrinsic = (part: Fields): ToldValue => {
    const [[name, argument] = ['', null]] = Object.entries(part)
    const text = `${name} ${textIn(argument)}`.trim()
    const told = Object.hasOwn(functions, name) ? functions[name]?.(argument, text) : undefined
    return told ?? (told === null ? null : ask(text))
  }
  const lower: Lower = (value) => {
    if (typeof value === 'string') return plain(value)
    if (typeof value !== 'object' || value === null) return toTold(value)
    depth += 1
    if (depth > DEEPEST) throw new TooMuch()
    const told = Array.isArray(value)
      ? listOf(value.map(lower))
      : isFields(value) && isIntrinsic(value)
        ? intrinsic(value)
        : mapOf(Object.entries(value).map(([key, member]) => [key, lower(member)]))
    depth -= 1
    return told
  }
  return (value) => {
    depth = 0
    return lower(value)
  }
}

const listIn = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null)

/** What depends on where a stack is made. */
const pseudo: Readonly<Record<string, ToldValue>> = Object.fromEntries(
  Object.entries({
    'AWS::Region': {},
    'AWS::AccountId': {},
    'AWS::Partition': { hint: 'aws' },
    'AWS::URLSuffix': { hint: 'amazonaws.com' },
    'AWS::StackName': {},
    'AWS::StackId': {},
    'AWS::NotificationARNs': {},
  }).map(([name, more]) => [name, ask(name, more)]),
)

/** The argument of a function in few words. */
function textIn(argument: unknown): string {
  const [[name, inner] = ['', null], ...more] = Object.entries(isFields(argument) ? argument : {})
  const only =
    more.length === 0 && (name === 'Ref' || name === 'Fn::Sub') && typeof inner === 'string' ? inner : argument
  const text = typeof only === 'string' ? only : (JSON.stringify(only) ?? '')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
