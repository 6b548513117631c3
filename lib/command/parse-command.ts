import 'server-only'
import { parseArgs } from 'node:util'
import { errorShape } from '../core/errors.ts'
import { causeOf } from '../core/cause-of.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { readKeepList } from '../identity-index/keep-list.ts'
import { commandSchema, jobVerbs, type Command } from './schema.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  connection: text,
  pool: text,
  filter: text,
  'keep-list': text,
  'max-age': text,
  'at-most': text,
  name: text,
  reason: text,
  format: text,
  'fail-on': text,
  'skip-changed': { type: 'boolean' },
  'dry-run': flag,
  wait: flag,
  json: flag,
  help: flag,
} as const
type Option = keyof typeof options

/** `wait`: whether to stay until the job has ended. */
export type CommandLine = { command: Command; json: boolean; wait: boolean }

/** What a command line asks for, that it asks for help, or what of it cannot be read. */
export type ParsedCommand = { asked: CommandLine } | { help: true } | { mistake: string }

/** Options that each command takes besides `--json`. */
const taken: Readonly<Record<string, readonly Option[]>> = {
  'jobs list': ['connection', 'pool'],
  ...Object.fromEntries(jobVerbs.map((verb) => [`jobs ${verb}`, ['connection'] as const])),
  'jobs delete': [
    ...(['connection', 'pool', 'filter', 'keep-list', 'max-age'] as const),
    ...(['at-most', 'skip-changed', 'name', 'reason', 'dry-run', 'wait'] as const),
  ],
  scan: ['connection', 'pool', 'wait'],
  export: ['connection', 'pool', 'filter', 'format'],
  'sign-in-link': [],
  findings: ['connection', 'fail-on'],
  reach: ['connection', 'pool', 'fail-on'],
}

class Mistake extends Error {}

/** Reads a command line. `readFile`: the text of a file that it names; throws when that cannot be read. */
export function parseCommand(argv: readonly string[], readFile: (path: string) => string): ParsedCommand {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      allowNegative: true,
      strict: true,
    })
    if (values.help || positionals.length === 0) return { help: true }
    const words = positionals[0] === 'jobs' ? positionals.slice(0, 2).join(' ') : (positionals[0] ?? '')
    const allowed = taken[words]
    if (!allowed) throw new Mistake(`There is no command "${words}".`)
    const foreign = Object.entries(values).find(
      ([name, value]) => value !== false && name !== 'json' && !allowed.some((one) => one === name),
    )
    if (foreign) throw new Mistake(`"${words}" takes no --${foreign[0]}.`)
    const rest = positionals.slice(words.split(' ').length)
    const parsed = commandSchema.safeParse(commandOf(words, rest, values, readFile))
    if (!parsed.success) throw new Mistake(parsed.error.issues[0]?.message ?? 'The command cannot be read.')
    return { asked: { command: parsed.data, json: values.json, wait: values.wait } }
  } catch (error) {
    return { mistake: error instanceof Mistake ? error.message : sentenceOf(error) }
  }
}

/** Of Lifeguard's own errors, and of those of the system and of `parseArgs`. */
function sentenceOf(error: unknown): string {
  const { code, message, hint } = errorShape(error)
  return code === 'UNEXPECTED' ? causeOf(error) : [message, hint].filter(Boolean).join(' ')
}

type Values = { [Name in Option]?: (typeof options)[Name]['type'] extends 'string' ? string : boolean }

function commandOf(words: string, rest: readonly string[], values: Values, readFile: (path: string) => string) {
  const isOfJob = jobVerbs.some((verb) => words === `jobs ${verb}`)
  if (rest.length !== (isOfJob ? 1 : 0))
    throw new Mistake(isOfJob ? `"${words}" takes the id of one job.` : `"${words}" takes no "${rest[0]}".`)
  const connectionId = values.connection
  switch (words) {
    case 'jobs list': {
      const pool = values.pool === undefined ? undefined : poolOf(values)
      return { verb: words, ...(connectionId !== undefined && { connectionId }), ...(pool && { pool }) }
    }
    case 'jobs delete':
      return deletionOf(values, readFile)
    case 'scan':
      return { verb: words, pool: poolOf(values) }
    case 'sign-in-link':
      return { verb: words }
    case 'export':
      return {
        verb: words,
        pool: poolOf(values),
        filter: parseFilter(values.filter ?? ''),
        format: values.format ?? 'csv',
      }
    case 'reach':
      return { verb: words, pool: poolOf(values), failOn: values['fail-on'] ?? null }
    case 'findings':
      return { verb: words, ...(connectionId !== undefined && { connectionId }), failOn: values['fail-on'] ?? null }
    default:
      return { verb: words.replace('jobs ', ''), connectionId: needed(values, 'connection'), jobId: rest[0] }
  }
}

function deletionOf(values: Values, readFile: (path: string) => string) {
  const filter = needed(values, 'filter')
  const matching = {
    pool: poolOf(values),
    filter: parseFilter(filter),
    kept: values['keep-list'] === undefined ? [] : keptIn(readFile(values['keep-list'])),
    maxAgeMs: lengthOf(values['max-age'] ?? '24h'),
  }
  if (values['dry-run']) return { verb: 'plan', ...matching }
  const atMost = Number(values['at-most'])
  if (!Number.isSafeInteger(atMost) || atMost < 1)
    throw new Mistake('Say with --at-most N how many may be deleted, or look first with --dry-run.')
  const name = values.name ?? `Delete ${filter}`.trim().slice(0, 200)
  const skipChanged = values['skip-changed'] !== false
  return { verb: 'delete', ...matching, skipChanged, atMost, name, reason: values.reason ?? null }
}

/** A list that names nobody is taken for the wrong file rather than for nobody to keep. */
function keptIn(list: string): string[] {
  const { ids } = readKeepList(list)
  if (ids.size === 0) throw new Mistake('The keep list names no identity.')
  return [...ids]
}

const poolOf = (values: Values) => ({ connectionId: needed(values, 'connection'), poolId: needed(values, 'pool') })

function needed(values: Values, name: Option): string {
  const value = values[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Mistake(`Say which with --${name}.`)
}

const UNITS = { h: 3_600_000, d: 86_400_000 }

function lengthOf(said: string): number {
  const [, count, unit] = /^(\d{1,5})([hd])$/.exec(said) ?? []
  if (count === undefined || Number(count) === 0) throw new Mistake('--max-age looks like 24h or 7d.')
  return Number(count) * UNITS[unit === 'd' ? 'd' : 'h']
}
