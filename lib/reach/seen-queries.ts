/** A query over CloudTrail to copy. */
export type SeenQuery = { id: 'athena' | 'lake' | 'insights'; label: string; text: string }

const EVENTS = ['GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken', 'AssumeRoleWithWebIdentity']

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')

/** What CloudTrail saw of whoever came through a pool, or as one identity, in three languages. */
export function seenQueries(about: { poolId: string; identityId: string | null }): SeenQuery[] {
  const { poolId, identityId } = about
  const sought = identityId ?? poolId
  const like = `'%${sought.replaceAll("'", "''")}%'`
  return [
    {
      id: 'athena',
      label: 'Athena',
      text: `SELECT eventtime, eventname, sourceipaddress, useragent, useridentity.type, requestparameters, responseelements
FROM cloudtrail_logs
WHERE eventname IN (${quoted(EVENTS)})
  AND (requestparameters LIKE ${like} OR responseelements LIKE ${like} OR additionaleventdata LIKE ${like})
ORDER BY eventtime DESC
LIMIT 1000;`,
    },
    {
      id: 'lake',
      label: 'CloudTrail Lake',
      text: `SELECT eventTime, eventName, sourceIPAddress, userAgent, userIdentity.type, requestParameters, responseElements
FROM EVENT_DATA_STORE_ID
WHERE eventName IN (${quoted(EVENTS)})
  AND (element_at(requestParameters, 'identityPoolId') = '${poolId}'
    OR element_at(requestParameters, 'identityId') = '${identityId ?? ''}')
ORDER BY eventTime DESC
LIMIT 1000`,
    },
    {
      id: 'insights',
      label: 'Logs Insights',
      text: `fields @timestamp, eventName, sourceIPAddress, userAgent, userIdentity.type, responseElements.credentials.accessKeyId
| filter eventName in [${EVENTS.map((name) => JSON.stringify(name)).join(', ')}]
| filter @message like ${JSON.stringify(sought)}
| sort @timestamp desc
| limit 1000`,
    },
  ]
}

/** What a trail does not hold unless somebody asked for it. */
export const NOT_LOGGED =
  'GetId, GetCredentialsForIdentity, GetOpenIdToken and UnlinkIdentity are data events: a trail has them only where it selects AWS::Cognito::IdentityPool. Anonymous callers have the type Unknown there. What they did then is found by the access key that the answer names.'
