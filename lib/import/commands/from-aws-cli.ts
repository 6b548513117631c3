import { describedPool, type DescribedPool } from '../described/described-pool.ts'
import { isPart, listOf, mapOf, textOf, toTold, type ToldValue, scalarText } from '../told/told.ts'
import { shellCommands, type ShellCommand } from './shell-words.ts'

/** Whether a text has commands that make or change an identity pool. */
export const hasPoolCommands = (text: string): boolean =>
  /\bcognito-identity\s+(?:create|update)-identity-pool\b/.test(text)

/** The identity pools that commands of the AWS CLI make. Errors: `TooMuch`. */
export function fromAwsCli(text: string): DescribedPool[] {
  const pools: { pool: ToldValue; id: string | null; roles?: ToldValue; tags: ToldValue[] }[] = []
  for (const command of shellCommands(text)) {
    const at = command.indexOf('cognito-identity')
    const operation = at === -1 ? '' : command[at + 1]
    const members = mapOf(membersOf(command.slice(at + 2)))
    const id = valueOf(members, 'identity-pool-id')
    if (operation === 'create-identity-pool' || operation === 'update-identity-pool')
      pools.push({ pool: members, id: typeof id === 'string' ? id : null, tags: [] })
    const own = pools.findLast((one) => typeof id !== 'string' || one.id === null || one.id === id)
    if (operation === 'set-identity-pool-roles' && own) own.roles = members
    if (operation === 'set-principal-tag-attribute-map' && own) own.tags.push(members)
  }
  return pools.map(({ pool, id, roles, tags }, index) =>
    describedPool({
      key: `command ${index + 1}`,
      words: 'service',
      poolId: id,
      pool: named(pool),
      ...(roles !== undefined && { roles: named(roles) }),
      principalTags: tags.map((one, which) => ({
        place: `set-principal-tag-attribute-map ${which + 1}`,
        value: named(one),
      })),
    }),
  )
}

const aside = new Set(['region', 'query', 'output', 'profile', 'endpoint-url', 'no-cli-pager', 'cli-pager', 'debug'])
/** Flags whose values may be in the CLI's own shorthand. */
const structured = new Set([
  'cognito-identity-providers',
  'identity-pool-tags',
  'principal-tags',
  'role-mappings',
  'roles',
  'supported-login-providers',
])
const toggles = new Set(['allow-unauthenticated-identities', 'allow-classic-flow', 'use-defaults'])

/** The flags of a command with their values. */
function membersOf(words: ShellCommand): [ToldValue, ToldValue][] {
  const members: [ToldValue, ToldValue][] = []
  for (let at = 0; at < words.length; at += 1) {
    const [name, glued] = flagOf(words[at] ?? '')
    if (name === null) continue
    const values: ToldValue[] = glued === null ? [] : [glued]
    const follows = () => at + 1 < words.length && flagOf(words[at + 1] ?? '')[0] === null
    if (glued === null) for (; follows(); at += 1) values.push(words[at + 1] ?? '')
    const bare = name.replace(/^no-/, '')
    if (name === 'cli-input-json') members.push(...entriesOf(read(name, values[0] ?? '')))
    else if (toggles.has(bare) && (values.length === 0 || bare !== name)) members.push([bare, bare === name])
    else if (!aside.has(name))
      members.push([
        name,
        values.length === 1 ? read(name, values[0] ?? '') : listOf(values.map((value) => read(name, value))),
      ])
  }
  return members
}

/** The name of a flag, and its value where that is glued on. */
function flagOf(word: ToldValue): [name: string | null, value: ToldValue | null] {
  const [first, ...rest] = isPart(word) && word.is === 'text' ? word.parts : [word]
  if (typeof first !== 'string' || !/^--[a-z]/.test(first)) return [null, null]
  const at = first.indexOf('=')
  if (at === -1) return [first.slice(2), null]
  const value = first.slice(at + 1)
  return [first.slice(2, at), rest.length === 0 ? value : textOf([value, ...rest])]
}

const PLACE = /\ue000(\d+)\ue001/

/** A value in JSON, in the CLI's own shorthand, or as it stands. Variables stay where they are. */
function read(flag: string, word: ToldValue): ToldValue {
  const parts = isPart(word) && word.is === 'text' ? word.parts : [word]
  const marked = parts.map((part, index) => (typeof part === 'string' ? part : `\ue000${index}\ue001`)).join('')
  const back = (told: ToldValue): ToldValue => {
    if (typeof told === 'string') {
      const pieces = told.split(PLACE).map((piece, index) => (index % 2 === 1 ? (parts[Number(piece)] ?? '') : piece))
      const said = pieces.filter((piece) => piece !== '')
      return said.length === 1 ? (said[0] ?? '') : said.length === 0 ? '' : textOf(said)
    }
    if (!isPart(told)) return told
    if (told.is === 'list') return listOf(told.items.map(back))
    return told.is === 'map' ? mapOf(told.entries.map(([key, value]) => [key, back(value)])) : told
  }
  return back(json(marked) ?? (structured.has(flag) ? shorthand(marked) : null) ?? marked)
}

function json(text: string): ToldValue | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    return toTold(JSON.parse(text))
  } catch {
    return null
  }
}

/** `Key=value,Other=value`. */
const shorthand = (text: string): ToldValue | null =>
  /^[A-Za-z.]+=/.test(text) && !text.includes('://')
    ? mapOf(
        text
          .split(/,(?=[\w.-]+=)/)
          .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      )
    : null

const entriesOf = (told: ToldValue): [ToldValue, ToldValue][] =>
  isPart(told) && told.is === 'map' ? told.entries.map(([key, value]) => [key, value]) : []

/** Flags by the names of the API: `identity-pool-name` as `identity_pool_name`, which says the same. */
const named = (told: ToldValue): ToldValue =>
  mapOf(
    entriesOf(told).map(([name, value]) => [
      memberOf(scalarText(name)),
      memberOf(scalarText(name)).endsWith('s') ? asList(name, value) : value,
    ]),
  )

const memberOf = (name: string): string =>
  /^[a-z-]+$/.test(name)
    ? name.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/Arns$/, 'ARNs')
    : name

/** One provider in shorthand is a list of one. */
const asList = (name: ToldValue, value: ToldValue): ToldValue =>
  name === 'cognito-identity-providers' && isPart(value) && value.is === 'map' ? listOf([value]) : value

const valueOf = (members: ToldValue, name: string): ToldValue | undefined =>
  entriesOf(members).find(([one]) => one === name)?.[1]
