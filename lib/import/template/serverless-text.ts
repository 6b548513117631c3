import { ask, callOf, getOf, isPart, textOf, type ToldValue } from '../told/told.ts'
import { plainly } from '../told/work-out.ts'
import { splitOutside, variablesIn } from './serverless-variables.ts'
import { isFields, type Template } from './template.ts'

type Lower = (value: unknown) => ToldValue
type Around = { serverless: Template['serverless']; lower: Lower }

const REASON = 'is a variable of Serverless'
/** Whether a default is what counts: for what is given with a command, and for what the file could say itself. */
function hasDefault(name: string, { serverless }: Around): boolean {
  if (/^(?:opt|param|sls):/.test(name)) return true
  const [, section = ''] = /^self:([\w-]+)/.exec(name) ?? []
  return serverless !== null && section !== '' && typeof serverless[section] !== 'string'
}

/**
 * A text with variables of Serverless in it, those put in that point into the same file, variables within variables
 * first; null when there are none. `around`: what the text between them is.
 */
export function serverlessText(
  text: string,
  { serverless }: Template,
  lower: Lower,
  around: (piece: string) => ToldValue = (piece) => piece,
): ToldValue | null {
  const pieces = text.includes('${') ? variablesIn(text) : []
  if (!pieces.some(({ isVariable }) => isVariable)) return null
  const said = pieces.map(({ text: one, isVariable }) =>
    isVariable ? valueOf(one, { serverless, lower }) : around(one),
  )
  const [only = '', ...more] = said
  return more.length === 0 && isPart(only) ? only : textOf(said)
}

/** A text in a variable. */
const told = (text: string, around: Around): ToldValue => {
  const said = variablesIn(text).map((one) => (one.isVariable ? valueOf(one.text, around) : one.text))
  const [only = '', ...more] = said
  return more.length === 0 ? only : textOf(said)
}

function valueOf(variable: string, around: Around): ToldValue {
  const inner = variable.slice(2, -1).trim()
  if (inner.startsWith('AWS::')) return around.lower({ Ref: inner })
  const [name = '', ...rest] = splitOutside(inner, ',').map((part) => part.trim())
  const fallback = rest.length === 0 ? undefined : fallbackOf(rest, around)
  const own = ownOf(name, around)
  if (own !== undefined) return fallback === undefined || !isPart(own) ? own : callOf('try', [own, fallback], variable)
  const whole = plainly(told(name, around))
  const id = typeof whole === 'string' && name.includes('${') ? `\${${[whole, ...rest].join(', ')}}` : variable
  if (fallback !== undefined && hasDefault(name, around)) return ask(id, { reason: REASON, preset: fallback })
  return ask(id, { reason: REASON, ...(typeof fallback === 'string' && fallback !== '' && { hint: fallback }) })
}

/** What stands in the file itself: by a path in it, or the Region. */
function ownOf(name: string, { serverless, lower }: Around): ToldValue | undefined {
  if (!serverless) return undefined
  if (name === 'aws:region') return ownOf('self:provider.region', { serverless, lower })
  if (!name.startsWith('self:')) return undefined
  const steps = splitOutside(name.slice('self:'.length), '.')
  const open = steps.findIndex((step) => step.includes('${'))
  const plain = open === -1 ? steps : steps.slice(0, open)
  const found = plain.reduce<unknown>(
    (one, key) => (isFields(one) && Object.hasOwn(one, key) ? one[key] : undefined),
    serverless,
  )
  if (found === undefined || (open !== -1 && !isFields(found))) return undefined
  return steps
    .slice(plain.length)
    .reduce<ToldValue>((of, step) => getOf(of, told(step, { serverless, lower })), lower(found))
}

/** What counts where a variable has no value: a text, or another variable with what counts without that. */
function fallbackOf(rest: readonly string[], around: Around): ToldValue {
  const [first = ''] = rest
  const quoted = /^(['"])(.*)\1$/s.exec(first)
  if (quoted) return quoted[2] ?? ''
  const bare = `\${${rest.join(', ')}}`
  return told(variablesIn(bare)[0]?.isVariable ? bare : first, around)
}
