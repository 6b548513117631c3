import { parseArgs } from 'node:util'
import type { WorldOptions } from './create-world.ts'
import type { Fault } from './state/faults.ts'
import { PUBLISHED_QUOTAS } from './state/quotas.ts'

export const usage = `Usage: npm run emulator -- [options]

  --port 4599            port to listen on, 0 for any free one
  --host 127.0.0.1       address to listen on
  --data FILE|:memory:   where the state is kept (default :memory:)
  --seed demo|N          fill a new store with a demonstration world, or with one pool of N identities
  --random-seed N        make ids and seeds the same at each run
  --account DIGITS       account id (default 123456789012)
  --quotas off|aws|Operation=rate,…          calls a second (default off)
  --latency MS           delay of every call
  --fault Operation=ErrorName:probability,…  failures at random; * for every operation
  --unknown-ids ignore|deny                  what DeleteIdentities does with them (default ignore)
  --unlink-with-developer-token accept|refuse (default refuse)
  --wrong-audience provider|audience         words for a social login's token of another app (default provider)
  --values check|any     whether names and ARNs that the service refuses are refused (default check)
  --mappings-left-out clear|keep             what SetIdentityPoolRoles does with them (default clear)
  --login-order sent|name|name-down          in which several Logins are checked (default sent)
  --untouched-tags none|defaults|not-found   principal tags that were never set (default none)
  --jwks ISSUER=URL      verify login tokens of this issuer (may be repeated)
  --keys ID:SECRET       verify signatures with these keys (may be repeated)
  --control TOKEN        offer /_control to callers with this bearer token`

export interface Options {
  host: string
  port: number
  help: boolean
  world: WorldOptions
}

const UNKNOWN_IDS = ['ignore', 'deny'] as const
const WRONG_AUDIENCE = ['provider', 'audience'] as const
const VALUES = ['check', 'any'] as const
const LEFT_OUT = ['clear', 'keep'] as const
const LOGIN_ORDER = ['sent', 'name', 'name-down'] as const
const UNTOUCHED = ['none', 'defaults', 'not-found'] as const
const SWITCH = ['accept', 'refuse'] as const

const spec = {
  port: { type: 'string', default: '4599' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: ':memory:' },
  seed: { type: 'string' },
  'random-seed': { type: 'string' },
  account: { type: 'string', default: '123456789012' },
  quotas: { type: 'string', default: 'off' },
  latency: { type: 'string', default: '0' },
  fault: { type: 'string', multiple: true },
  'unknown-ids': { type: 'string', default: 'ignore' },
  'unlink-with-developer-token': { type: 'string', default: 'refuse' },
  'wrong-audience': { type: 'string', default: 'provider' },
  values: { type: 'string', default: 'check' },
  'mappings-left-out': { type: 'string', default: 'clear' },
  'login-order': { type: 'string', default: 'sent' },
  'untouched-tags': { type: 'string', default: 'none' },
  jwks: { type: 'string', multiple: true },
  keys: { type: 'string', multiple: true },
  control: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Throws an Error with one line that names the option. */
export function readOptions(args: string[]): Options {
  const { values } = parse(args)
  const account = /^\d{12}$/.test(values.account) ? values.account : refuse('account', values.account, 'twelve digits')
  return {
    host: values.host,
    port: whole('port', values.port, 65_535),
    help: values.help,
    world: {
      data: values.data || refuse('data', '', 'a path or :memory:'),
      seed:
        values.seed === undefined || values.seed === 'demo'
          ? (values.seed ?? null)
          : whole('seed', values.seed, 10_000_000),
      randomSeed:
        values['random-seed'] === undefined
          ? null
          : whole('random-seed', values['random-seed'], Number.MAX_SAFE_INTEGER),
      account,
      quotas: readQuotas(values.quotas),
      latencyMs: whole('latency', values.latency, 600_000),
      faults: (values.fault ?? []).flatMap((one) => one.split(',')).map(readFault),
      unknownIds: oneOf('unknown-ids', values['unknown-ids'], UNKNOWN_IDS),
      unlinkWithDeveloperToken: oneOf('unlink-with-developer-token', values['unlink-with-developer-token'], SWITCH),
      wrongAudience: oneOf('wrong-audience', values['wrong-audience'], WRONG_AUDIENCE),
      values: oneOf('values', values.values, VALUES),
      mappingsLeftOut: oneOf('mappings-left-out', values['mappings-left-out'], LEFT_OUT),
      loginOrder: oneOf('login-order', values['login-order'], LOGIN_ORDER),
      untouchedTags: oneOf('untouched-tags', values['untouched-tags'], UNTOUCHED),
      jwks: new Map((values.jwks ?? []).map(readKeySet)),
      keys: new Map((values.keys ?? []).flatMap((one) => one.split(',')).map(readKey)),
      control: values.control ?? null,
    },
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: spec, strict: true, allowPositionals: false })
  } catch (error) {
    throw new Error(error instanceof Error ? (error.message.split(/\n|\. /)[0] ?? '') : String(error), { cause: error })
  }
}

function refuse(option: string, value: string, wanted: string): never {
  throw new Error(`--${option} "${value}" is not valid: give ${wanted}.`)
}

const whole = (option: string, value: string, most: number): number =>
  /^\d{1,16}$/.test(value) && Number(value) <= most
    ? Number(value)
    : refuse(option, value, `a whole number from 0 to ${most}`)

const oneOf = <T extends string>(option: string, value: string, all: readonly T[]): T =>
  all.find((one) => one === value) ?? refuse(option, value, all.join(' or '))

function readQuotas(value: string): { [operation: string]: number } {
  if (value === 'off') return {}
  const rates = value.split(',').map((part): [string, number][] => {
    if (part === 'aws') return Object.entries(PUBLISHED_QUOTAS)
    const [, name = '', rate = ''] = /^([A-Z]\w+)=(\d+(?:\.\d+)?)$/.exec(part) ?? []
    return name && Number(rate) > 0 ? [[name, Number(rate)]] : refuse('quotas', part, 'aws, off or Operation=rate,…')
  })
  return Object.fromEntries(rates.flat())
}

function readFault(value: string): Fault {
  const [, operation = '', error = '', probability = '1'] = /^(\*|[A-Z]\w+)=(\w+)(?::([\d.]+))?$/.exec(value) ?? []
  const chance = Number(probability)
  return operation && chance > 0 && chance <= 1
    ? { operation, error, probability: chance }
    : refuse('fault', value, 'Operation=ErrorName:probability with a probability above 0 and at most 1')
}

function readKeySet(value: string): [string, string] {
  const at = value.lastIndexOf('=http')
  const url = value.slice(at + 1)
  return at > 0 && URL.canParse(url) ? [value.slice(0, at), url] : refuse('jwks', value, 'ISSUER=URL')
}

function readKey(value: string): [string, string] {
  const [, id = '', secret = ''] = /^([^:/,\s]+):(\S+)$/.exec(value) ?? []
  return id ? [id, secret] : refuse('keys', value.replace(/:.*/, ':…'), 'ID:SECRET')
}
