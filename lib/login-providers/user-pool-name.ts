/** A user pool's provider name, or why a text gives none. */
export type UserPoolName = { ok: true; name: string } | { ok: false; problem: string }

export const EXAMPLE_USER_POOL = 'us-east-1_AbCdEf123'

const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}$/
const ID = /^([\w-]+?)_([\da-zA-Z]+)$/
const ARN = /^arn:(aws[\w-]*):cognito-idp:([\w-]*):\d*:userpool\/(.+)$/
const HOST = /^cognito-idp\.([\w-]+)\.(amazonaws\.com(?:\.cn)?)$/
const IDENTITY_POOL = /^(?:arn:[^/]+:identitypool\/)?[\w-]+:[\da-f]{8}-[\da-f-]{27}$/
const SIGN_IN_PAGES = /\.auth(?:-fips)?\.[\w-]+\.amazoncognito\.com(?:\/|$)/

const ASK = `Give the user pool’s ID, such as ${EXAMPLE_USER_POOL}, its ARN or its issuer URL.`
const refused = (problem: string): UserPoolName => ({ ok: false, problem })

const domainOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')

/**
 * The provider name that tokens of a user pool have, of whatever names the pool: its id, its ARN, its issuer's URL or
 * the name itself.
 */
export function userPoolName(typed: string): UserPoolName {
  const text = typed.trim()
  if (text === '') return refused('Name the user pool.')
  if (IDENTITY_POOL.test(text)) return refused(`This is the ID of an identity pool. ${ASK}`)
  if (SIGN_IN_PAGES.test(text)) return refused(`This is the address of a user pool’s sign-in pages. ${ASK}`)
  const [, partition, region = '', arnId] = ARN.exec(text) ?? []
  if (arnId !== undefined) return named(arnId, region, partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com')
  const address = text.replace(/^https:\/\//i, '').replace(/(?:\/\.well-known\/[\w.-]+)?\/*$/, '')
  const [host = '', id, ...more] = address.split('/')
  if (id === undefined && text === host) return named(host)
  const [, hostRegion, domain] = HOST.exec(host.toLowerCase()) ?? []
  if (id === undefined || id === '' || more.length > 0 || hostRegion === undefined)
    return refused(`This names no user pool. ${ASK}`)
  return named(id, hostRegion, domain)
}

/** The name of a pool by its id, which the Region and the domain that stood around it must agree with. */
function named(id: string, region?: string, domain?: string): UserPoolName {
  const [, own] = ID.exec(id) ?? []
  if (own === undefined) return refused(`This names no user pool. ${ASK}`)
  const wrong = [own, region ?? own].find((one) => !REGION.test(one))
  if (wrong !== undefined)
    return refused(`${wrong === '' ? 'Nothing' : wrong} is not a Region. One looks like us-east-1.`)
  if (region !== undefined && region !== own)
    return refused(`Two Regions stand in it: the host’s is ${region}, and the ID’s is ${own}. They must be the same.`)
  const right = domainOf(own)
  if (domain !== undefined && domain !== right) return refused(`The host of a user pool in ${own} ends with ${right}.`)
  return { ok: true, name: `cognito-idp.${own}.${right}/${id}` }
}

/** The Region and the id of the user pool that a text names; null when it names none. */
export function userPoolOf(text: string): { region: string; userPoolId: string } | null {
  const read = userPoolName(text)
  if (!read.ok) return null
  const userPoolId = read.name.slice(read.name.indexOf('/') + 1)
  return { region: ID.exec(userPoolId)?.[1] ?? '', userPoolId }
}

/** A user pool by its provider name; any other text as it is. */
export function asUserPoolName(text: string): string {
  const read = userPoolName(text)
  return read.ok ? read.name : text
}

const OF_USER_POOL =
  /^(?:https:\/\/cognito-idp\.|cognito-idp\.|arn:aws[\w-]*:cognito-idp:|[a-z]{2,}(?:-[a-z]+)+-\d{1,2}_)/i

/**
 * A name among role mappings and principal tags, where a user pool may stand in any of its forms, with its app client
 * after a colon: with its provider name. Any other name as it is.
 */
export function asProviderName(text: string): string {
  if (!OF_USER_POOL.test(text.trim())) return text
  const [, pool = text, client] = /^(.*?_[\da-zA-Z]+\/?)(?::([\w]+))?$/.exec(text.trim()) ?? []
  const read = userPoolName(pool)
  if (!read.ok) return text
  return client === undefined ? read.name : `${read.name}:${client}`
}
