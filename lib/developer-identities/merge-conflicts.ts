import { isolated } from '../core/isolated.ts'
import { bounds } from '../core/limits.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { loginCount, type MergeSide } from './developer-identity.ts'

/**
 * What stands in the way of a merge. `certain`: the merge cannot work or would do harm, so it is not offered; else the
 * service decides, and it may refuse.
 */
export type MergeConflict = { code: MergeConflictCode; certain: boolean; title: string; text: string }

/** What kind of conflict it is, in a list of them. */
export type MergeConflictCode = 'SameIdentity' | 'Disabled' | 'NoUserOfProvider' | 'TooManyLogins' | 'SharedProvider'

/** Everything that is known to stand in the way, worst first; nothing when the merge should work. */
export function mergeConflicts(destination: MergeSide, source: MergeSide, providerName: string): MergeConflict[] {
  const foreigners = [destination, source].filter((side) => isForeign(side, providerName))
  return conflicts(destination, source, providerName, foreigners)
}

/** The same of uniting by a token, which the identity of the token needs no user for. */
export const uniteConflicts = (destination: MergeSide, source: MergeSide, providerName: string): MergeConflict[] =>
  conflicts(destination, source, providerName, [])

function conflicts(
  destination: MergeSide,
  source: MergeSide,
  providerName: string,
  foreigners: MergeSide[],
): MergeConflict[] {
  if (destination.identity.identityId === source.identity.identityId) {
    return [
      {
        code: 'SameIdentity',
        certain: true,
        title: 'These are one identity already',
        text: 'Both lead to the same identity: there is nothing to merge.',
      },
    ]
  }
  const both = [destination, source]
  return [
    ...both.filter(({ identity }) => identity.state === 'disabled').map(disabled),
    ...foreigners.map((side) => foreign(side, providerName)),
    ...tooMany(both, providerName),
    ...sharedProviders(destination, source, providerName).map(shared),
  ]
}

const disabled = ({ userIdentifier }: MergeSide): MergeConflict => ({
  code: 'Disabled',
  certain: true,
  title: `The identity of ${isolated(userIdentifier)} is disabled`,
  text: 'Nothing brings a disabled identity back, and a merge would lead users into it.',
})

const isForeign = ({ identity: { state, logins } }: MergeSide, providerName: string) =>
  state !== 'disabled' && !logins.includes(providerName)

function foreign({ identity }: MergeSide, providerName: string): MergeConflict {
  const title = `No user of ${providerName} leads to ${identity.identityId}`
  return identity.state === 'guest'
    ? {
        code: 'NoUserOfProvider',
        certain: true,
        title,
        text: 'It is a guest: nobody signs in to it, so it has nothing that a merge could move. What an app keeps under its ID has to be moved by hand.',
      }
    : {
        code: 'NoUserOfProvider',
        certain: true,
        title,
        text: 'Only users of one developer provider in one pool can be merged. With a token of one of its logins the two can be united: open that identity and choose Link identifier.',
      }
}

function tooMany(both: MergeSide[], providerName: string): MergeConflict[] {
  const [destination = 0, source = 0] = both.map(({ identity, userIdentifiers }) =>
    loginCount(identity, userIdentifiers, providerName),
  )
  const { max } = bounds.linkedLogins
  if (destination + source <= max) return []
  return [
    {
      code: 'TooManyLogins',
      certain: true,
      title: `Together they have ${destination + source} logins`,
      text: `An identity has at most ${max}: AWS refuses the merge. Unlink ${destination + source - max} that nobody uses first; each developer user identifier is one.`,
    },
  ]
}

const sharedProviders = (destination: MergeSide, source: MergeSide, providerName: string) =>
  destination.identity.logins.filter((login) => login !== providerName && source.identity.logins.includes(login))

function shared(provider: string): MergeConflict {
  const label = loginLabel(provider)
  return {
    code: 'SharedProvider',
    certain: false,
    title: `Both have a login of ${label}`,
    text: `The service shows the provider and not its user. One user of a provider leads to one identity of a pool, so these are most likely two different users of ${label}, and AWS documents that it refuses such a merge. If it does, unlink the one that the person no longer uses, then merge again.`,
  }
}
