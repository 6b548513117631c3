/** Whose credentials are cut off: those of one identity, all of a role from before a moment, all of a pool. */
export type CutOff =
  | { of: 'identity'; identityId: string }
  | { of: 'sessions'; before: string }
  | { of: 'pool'; poolId: string }

const SERVICE = 'cognito-identity.amazonaws.com'

const conditionOf = (cut: CutOff): object => {
  if (cut.of === 'identity') return { StringEquals: { [`${SERVICE}:sub`]: cut.identityId } }
  if (cut.of === 'pool') return { StringEquals: { [`${SERVICE}:aud`]: cut.poolId } }
  return { DateLessThan: { 'aws:TokenIssueTime': cut.before } }
}

const SIDS = { identity: 'CutOffOneIdentity', sessions: 'CutOffOlderSessions', pool: 'CutOffPool' } as const

/** A policy for a role that denies everything to those credentials. */
export const cutOffPolicy = (cut: CutOff): object => ({
  Version: '2012-10-17',
  Statement: [{ Sid: SIDS[cut.of], Effect: 'Deny', Action: '*', Resource: '*', Condition: conditionOf(cut) }],
})

/** What it hits besides, and until when. */
export const cutOffWords: Readonly<Record<CutOff['of'], string>> = {
  identity:
    'It denies everything to this identity in every session with the role, those that are still to come too. Take it off again when the identity may come back.',
  sessions:
    'It denies everything to everybody who got the role before this moment, through every pool and every other way to it. Who asks for credentials again goes on.',
  pool: 'It denies everything to everybody who gets the role through this pool, guests and users, until it is taken off. Other pools that hand out the role are not hit.',
}

/** How long credentials live when nothing is done. */
export const CREDENTIALS_LIVE =
  'Credentials cannot be recalled. Those of the enhanced flow live for an hour; those that an app took itself in the basic flow for as long as the role allows, twelve hours at most. A policy may take some minutes to reach every Region.'
