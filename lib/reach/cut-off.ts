/** Whose credentials are cut off: those of identities, all of a role from before a moment, all of a pool. */
export type CutOff =
  | { of: 'identities'; identityIds: readonly string[] }
  | { of: 'sessions'; before: string }
  | { of: 'pool'; poolId: string }

const SERVICE = 'cognito-identity.amazonaws.com'

/** So many identities one policy names: IAM takes 6,144 characters. */
export const MOST_CUT_OFF = 100

const conditionOf = (cut: CutOff): object => {
  if (cut.of === 'identities') {
    const [first, ...others] = cut.identityIds
    return { StringEquals: { [`${SERVICE}:sub`]: others.length === 0 ? first : cut.identityIds } }
  }
  if (cut.of === 'pool') return { StringEquals: { [`${SERVICE}:aud`]: cut.poolId } }
  return { DateLessThan: { 'aws:TokenIssueTime': cut.before } }
}

const SIDS = { identities: 'CutOffIdentities', sessions: 'CutOffOlderSessions', pool: 'CutOffPool' } as const

/** A policy for a role that denies everything to those credentials. */
export const cutOffPolicy = (cut: CutOff): object => ({
  Version: '2012-10-17',
  Statement: [{ Sid: SIDS[cut.of], Effect: 'Deny', Action: '*', Resource: '*', Condition: conditionOf(cut) }],
})

/** The policy for those who are gone: for each by its id, or where they are too many for all older sessions. `now`: epoch milliseconds. */
export const cutOffOf = (identityIds: readonly string[], now: number): CutOff =>
  identityIds.length > 0 && identityIds.length <= MOST_CUT_OFF
    ? { of: 'identities', identityIds }
    : { of: 'sessions', before: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z') }

/** What it hits besides, and until when. */
export const cutOffWords: Readonly<Record<CutOff['of'], string>> = {
  identities:
    'It denies everything to these identities in every session with the role, those that are still to come too. Take it off again once their credentials have ended, or when one of them may come back.',
  sessions:
    'It denies everything to everybody who got the role before this moment, through every pool and every other way to it. Who asks for credentials again goes on.',
  pool: 'It denies everything to everybody who gets the role through this pool, guests and users, until it is taken off. Other pools that hand out the role are not hit.',
}

/** What no way of cutting off spares. */
export const NOT_RECALLED =
  'They cannot be recalled, only denied. A policy may take some minutes to reach every Region. Lifeguard writes nothing in IAM itself.'
