import { bounds } from '../core/limits.ts'
import { isText } from './is-text.ts'

/** Another spelling that may be meant, and what is different about it. */
export type NearMiss = { userIdentifier: string; how: string }

/** How far a prefix of identifiers goes: `member-`, `google-oauth2|`. */
const PREFIX = /^.*?[a-z].*?[|:/#_-](?=[^|:/#_-]+$)/i
const GOOGLE = /^\d{21}$/
const AUTH0 = /^[0-9a-f]{24}$/

/**
 * Spellings near an identifier that nobody knows. `seen`: identifiers that are known to exist, which tell what others
 * begin with.
 */
export function nearMisses(userIdentifier: string, seen: readonly string[] = []): NearMiss[] {
  if (isText(userIdentifier)) return []
  const typed = userIdentifier.trim()
  const bare = typed.replaceAll(WITHOUT_WIDTH, '')
  const lower = bare.toLowerCase().normalize('NFC')
  const all: NearMiss[] = [
    { userIdentifier: typed, how: 'without blanks around it' },
    { userIdentifier: bare, how: 'without characters that have no width' },
    { userIdentifier: bare.normalize('NFC'), how: 'with its accents composed' },
    { userIdentifier: lower, how: 'in lower case' },
    { userIdentifier: bare.replace(TAG, ''), how: 'without what follows the plus sign' },
    { userIdentifier: lower.replace(TAG, ''), how: 'in lower case, without what follows the plus sign' },
    { userIdentifier: bare.replaceAll(/\s+/g, ''), how: 'without blanks' },
    { userIdentifier: bare.replace(/^.*[|:]/, ''), how: 'without its prefix' },
    ...prefixesFor(bare, seen).map((prefix) => ({
      userIdentifier: `${prefix}${bare}`,
      how: `with ${prefix} before it`,
    })),
  ]
  const given = new Set([userIdentifier, ''])
  return all.filter((miss) => {
    const isNew = !given.has(miss.userIdentifier) && miss.userIdentifier.length <= MOST
    given.add(miss.userIdentifier)
    return isNew
  })
}

const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** What is added to an e-mail address. */
const TAG = /\+[^+@]*(?=@)/
const MOST = bounds.developerUserIdentifier.max

function prefixesFor(bare: string, seen: readonly string[]): string[] {
  if (PREFIX.test(bare) || bare.includes('@')) return []
  const known = seen.flatMap((identifier) => PREFIX.exec(identifier)?.[0] ?? [])
  return [
    ...new Set([...known, ...(GOOGLE.test(bare) ? ['google-oauth2|'] : []), ...(AUTH0.test(bare) ? ['auth0|'] : [])]),
  ]
}
