/** A query over CloudTrail to copy. */
export type SeenQuery = { id: 'athena' | 'lake' | 'insights'; label: string; text: string }

/** Of whom a query asks. `roles`: those that the pool's people get, which an app of the basic flow names to STS. */
export type SeenAbout = { poolId: string; identityId: string | null; roles: readonly string[] }

/** What Cognito itself hands out; it names the pool in the event's resources, where the call has only an identity. */
const EVENTS = ['GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity']

/** What an app of the basic flow asks of STS, and Cognito in the enhanced flow. */
const STS = 'AssumeRoleWithWebIdentity'
const SERVICE = 'cognito-identity'

const sql = (text: string): string => `'${text.replaceAll("'", "''")}'`
const quoted = (texts: readonly string[]): string => texts.map(sql).join(', ')
const doubly = (texts: readonly string[]): string => texts.map((text) => JSON.stringify(text)).join(', ')
const either = (conditions: readonly string[]): string => `(${conditions.join('\n      OR ')})`

type Columns = { request: (name: string) => string; answer: (name: string) => string; user: (name: string) => string }

/** What Athena and CloudTrail Lake have in common: the events of a pool, or of an identity alone. */
function where({ poolId, identityId, roles }: SeenAbout, { request, answer, user }: Columns): string {
  const ofCognito =
    identityId === null
      ? [
          `${request('identityPoolId')} = ${sql(poolId)}`,
          `any_match(resources, one -> one.arn LIKE ${sql(`%:identitypool/${poolId}`)})`,
        ]
      : [`${request('identityId')} = ${sql(identityId)}`, `${answer('identityId')} = ${sql(identityId)}`]
  const principal = user('principalId')
  const ofSts =
    identityId === null
      ? [
          `${principal} LIKE ${sql(`%:${poolId}:%`)}`,
          ...(roles.length > 0 ? [`${request('roleArn')} IN (${quoted(roles)})`] : []),
        ]
      : [`${user('userName')} = ${sql(identityId)}`, `${principal} LIKE ${sql(`%:${identityId}`)}`]
  return `WHERE (eventName IN (${quoted(EVENTS)})
    AND ${either(ofCognito)})
  OR (eventName = ${sql(STS)}
    AND ${principal} LIKE ${sql(`${SERVICE}%`)}
    AND ${either(ofSts)})`
}

function insightsFilter({ poolId, identityId, roles }: SeenAbout): string {
  const sought = JSON.stringify(identityId ?? poolId)
  const ofSts = [
    `@message like ${sought}`,
    ...(identityId === null && roles.length > 0 ? [`requestParameters.roleArn in [${doubly(roles)}]`] : []),
  ]
  return `filter (eventName in [${doubly(EVENTS)}] and @message like ${sought})
  or (eventName = "${STS}" and userIdentity.identityProvider like "${SERVICE}" and (${ofSts.join(' or ')}))`
}

const athena: Columns = {
  request: (name) => `json_extract_scalar(requestparameters, '$.${name}')`,
  answer: (name) => `json_extract_scalar(responseelements, '$.${name}')`,
  user: (name) => `useridentity.${name.toLowerCase()}`,
}

const lake: Columns = {
  request: (name) => `element_at(requestParameters, '${name}')`,
  answer: (name) => `element_at(responseElements, '${name}')`,
  user: (name) => `userIdentity.${name}`,
}

/** What CloudTrail saw of whoever came through a pool, or as one identity, in three languages. */
export const seenQueries = (about: SeenAbout): SeenQuery[] => [
  {
    id: 'athena',
    label: 'Athena',
    text: `SELECT eventtime, eventname, sourceipaddress, useragent, useridentity.type, requestparameters, responseelements
FROM cloudtrail_logs
${where(about, athena)}
ORDER BY eventtime DESC
LIMIT 1000;`,
  },
  {
    id: 'lake',
    label: 'CloudTrail Lake',
    text: `SELECT eventTime, eventName, sourceIPAddress, userAgent, userIdentity.type, requestParameters, responseElements
FROM EVENT_DATA_STORE_ID
${where(about, lake)}
ORDER BY eventTime DESC
LIMIT 1000`,
  },
  {
    id: 'insights',
    label: 'Logs Insights',
    text: `fields @timestamp, eventName, sourceIPAddress, userAgent, userIdentity.type, responseElements.credentials.accessKeyId
| ${insightsFilter(about)}
| sort @timestamp desc
| limit 1000`,
  },
]

/** What a trail does not hold unless somebody asked for it. */
export const NOT_LOGGED =
  'GetId, GetCredentialsForIdentity, GetOpenIdToken, GetOpenIdTokenForDeveloperIdentity and UnlinkIdentity are data events: a trail has them only where it selects AWS::Cognito::IdentityPool. Anonymous callers have the type Unknown there. What they did then is found by the access key that the answer names.'
