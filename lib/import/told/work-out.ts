import { calls } from './calls.ts'
import { memberAt, pairsOf } from './structures.ts'
import {
  ask,
  getOf,
  isAsk,
  isPart,
  listOf,
  mapOf,
  textOf,
  toPlain,
  TooMuch,
  toTold,
  type Answers,
  type AskedThing,
  type ForEach,
  type ToldValue,
  type ToldPart,
} from './told.ts'

const MOST_STEPS = 500_000
const LONGEST = 200_000
const DEEPEST = 400

type Scope = Readonly<Record<string, ToldValue>>
type Working = {
  answers?: Answers
  /** Whether a default stands for what has one. */
  takesPresets?: boolean
  /** Hears of each thing that a text asks for, answered or not. */
  onAsk?: (one: AskedThing) => void
}

/** Works out what can be: everything else stays as it is told. Errors: `TooMuch`. */
export function workingOut({ answers = {}, takesPresets = true, onAsk }: Working) {
  let steps = 0
  const work = (told: ToldValue, scope: Scope = {}, depth = 0): ToldValue => {
    if (!isPart(told)) return told
    steps += 1
    if (steps > MOST_STEPS || depth > DEEPEST) throw new TooMuch()
    return ways[told.is](told as never, scope, depth + 1)
  }
  const asked = (one: AskedThing, scope: Scope, depth: number): ToldValue => {
    onAsk?.(one)
    const given = Object.hasOwn(answers, one.id) ? answers[one.id] : undefined
    if (given !== undefined) return toTold(given)
    return takesPresets && one.preset !== undefined ? work(one.preset, scope, depth) : one
  }
  const isOpen = (one: AskedThing) => one.preset === undefined && !Object.hasOwn(answers, one.id)
  /** What nothing is known of, down to a member of it, which alone is asked for then. */
  const openIn = (told: ToldValue): AskedThing | null => {
    if (isAsk(told)) return isOpen(told) ? told : null
    if (!isPart(told) || told.is !== 'get' || isPart(told.key)) return null
    const of = openIn(told.of)
    const member = of && memberOf(of, told.key)
    return member && isOpen(member) ? member : null
  }
  const each = (told: ForEach, scope: Scope, depth: number): ToldValue => {
    const all = allOf(told)
    if (all !== null) return asked(all, scope, depth)
    const over = work(told.over, scope, depth)
    const pairs = pairsOf(over)
    if (!pairs) return { ...told, over }
    const made: [ToldValue, ToldValue][] = []
    for (const [key, value] of pairs) {
      const inner = { ...scope, [told.names[0]]: key, [told.names[1]]: value }
      const when = told.when === undefined ? true : work(told.when, inner, depth)
      if (isPart(when)) return { ...told, over }
      if (when === true || when === 'true')
        made.push([told.key === undefined ? null : work(told.key, inner, depth), work(told.value, inner, depth)])
    }
    return told.key === undefined ? listOf(made.map(([, value]) => value)) : mapOf(made)
  }
  type Ways = { [K in ToldPart['is']]: (told: Extract<ToldPart, { is: K }>, scope: Scope, depth: number) => ToldValue }
  const ways: Ways = {
    ask: asked,
    each,
    reference: ({ text }) => asked(ask(text), {}, 0),
    name: ({ name }, scope) => {
      const bound = scope[name]
      return bound === undefined ? asked(ask(name), {}, 0) : bound
    },
    list: ({ items }, scope, depth) => listOf(items.map((item) => work(item, scope, depth))),
    map: ({ entries }, scope, depth) =>
      mapOf(entries.map(([key, value]) => [work(key, scope, depth), work(value, scope, depth)])),
    text: ({ parts }, scope, depth) => joined(parts.map((part) => work(part, scope, depth))),
    get: ({ of, key }, scope, depth) => {
      const open = isPart(key) ? null : openIn(of)
      if (open && !isPart(key)) return asked(memberOf(open, key), scope, depth)
      const [from, name] = [work(of, scope, depth), work(key, scope, depth)]
      const found = memberAt(from, name)
      if (found !== undefined) return found
      if (isAsk(from) && from.preset === undefined && !isPart(name)) return asked(memberOf(from, name), scope, depth)
      return getOf(from, name)
    },
    call: (told, scope, depth) => {
      const lazy = lazyCalls[told.name]
      if (lazy) return lazy((index) => work(told.args[index] ?? null, scope, depth), told)
      const args = told.args.map((arg) => work(arg, scope, depth))
      const made = calls[told.name]?.(args)
      if (made !== undefined) return made
      return args.every((arg) => toPlain(arg) !== undefined)
        ? asked(ask(told.text, { reason: 'cannot be worked out here' }), scope, depth)
        : { ...told, args }
    },
  }
  return (told: ToldValue): ToldValue => work(told)
}

/** Works out by defaults what can be: each value by itself, however many there are. Errors: `TooMuch`. */
export const plainly = (told: ToldValue): ToldValue => workingOut({})(told)

const memberOf = (of: AskedThing, key: string | number | boolean | null): AskedThing => ({
  ...of,
  id: /^\d+$/.test(String(key)) ? `${of.id}[${key}]` : `${of.id}.${key}`,
})

type Lazy = (arg: (index: number) => ToldValue, told: Extract<ToldPart, { is: 'call' }>) => ToldValue

const decided = (told: ToldValue): boolean | null =>
  told === true || told === 'true' ? true : told === false || told === 'false' ? false : null

/** Calls that work out only what they need. */
export const lazyCalls: Readonly<Record<string, Lazy>> = {
  if: (arg, told) => {
    const condition = arg(0)
    const is = decided(condition)
    return is === null ? { ...told, args: [condition, ...told.args.slice(1)] } : arg(is ? 1 : 2)
  },
  '&&': (arg, told) => ofBoth(arg, told, false),
  '||': (arg, told) => ofBoth(arg, told, true),
  coalesce: (arg, told) => firstOf(arg, told, (value) => value === null || value === ''),
  coalescelist: (arg, told) =>
    firstOf(arg, told, (value) => isPart(value) && value.is === 'list' && value.items.length === 0),
  try: (arg, told) => firstOf(arg, told, (value) => value === null || isMissing(value)),
  can: (arg, told) => {
    const value = arg(0)
    return toPlain(value) === undefined && !isMissing(value) ? { ...told, args: [value] } : !isMissing(value)
  },
}

/** Whether something is looked for that a map or a list does not have. */
const isMissing = (value: ToldValue): boolean =>
  isPart(value) &&
  value.is === 'get' &&
  !isPart(value.key) &&
  (!isPart(value.of) ||
    value.of.is === 'list' ||
    (value.of.is === 'map' && value.of.entries.every(([key]) => !isPart(key))))

/** A loop that takes one attribute of each, as `[for one in ROLES : one.arn]`, over what is not told: `ROLES[*].arn`. */
function allOf({ over, names, key, value, when }: ForEach): AskedThing | null {
  const isBare = key === undefined && when === undefined && isAsk(over) && over.preset === undefined
  if (!isBare || !isPart(value) || value.is !== 'get' || isPart(value.key) || !isPart(value.of)) return null
  return value.of.is === 'name' && value.of.name === names[1] ? ask(`${over.id}[*].${value.key}`) : null
}

function ofBoth(arg: (index: number) => ToldValue, told: Extract<ToldPart, { is: 'call' }>, ends: boolean): ToldValue {
  const one = arg(0)
  if (decided(one) === ends) return ends
  const other = arg(1)
  if (decided(other) === ends) return ends
  return decided(one) === null || decided(other) === null ? { ...told, args: [one, other] } : !ends
}

function firstOf(
  arg: (index: number) => ToldValue,
  told: Extract<ToldPart, { is: 'call' }>,
  isNone: (value: ToldValue) => boolean,
): ToldValue {
  for (const index of told.args.keys()) {
    const value = arg(index)
    const isKnown = !isPart(value) || value.is === 'list' || value.is === 'map' || isNone(value)
    if (!isKnown) return { ...told, args: [value, ...told.args.slice(index + 1)] }
    if (!isNone(value)) return value
  }
  return null
}

/** Texts one after another; what is not known stays between them. */
function joined(parts: readonly ToldValue[]): ToldValue {
  const all: ToldValue[] = []
  for (const part of parts.flatMap((one) => (isPart(one) && one.is === 'text' ? one.parts : [one]))) {
    if (part === '' || part === null) continue
    const last = all.at(-1)
    if (isPart(part)) all.push(part)
    else if (typeof last === 'string') all[all.length - 1] = last + String(part)
    else all.push(String(part))
    const end = all.at(-1)
    if (typeof end === 'string' && end.length > LONGEST) throw new TooMuch()
  }
  const [only = '', ...more] = all
  return more.length === 0 && !isPart(only) ? only : textOf(all)
}
