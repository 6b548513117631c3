/**
 * What Cognito lets guests of the enhanced flow do at most: two session policies, which add up. AWS changes them without
 * a word in its API, so each has the day on which it was seen.
 */
export type CeilingPolicy = {
  name: string
  arn: string | null
  version: string
  seen: string
  source: string
  actions: readonly string[]
}

const all = (...services: string[]): string[] => services.map((service) => `${service}:*`)

const these = (actions: string): string[] => actions.split(' ')

/** The developer guide on IAM roles of identity pools. */
const inline: CeilingPolicy = {
  name: 'Inline session policy of Amazon Cognito',
  arn: null,
  version: 'as the developer guide has it',
  seen: '2026-09-30',
  source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
  actions: [
    ...all('cloudwatch', 'logs', 'dynamodb', 'kinesis', 'mobileanalytics', 's3', 'ses', 'sns', 'sqs', 'lambda'),
    ...all('machinelearning', 'execute-api', 'iot', 'gamelift', 'cognito-identity', 'cognito-idp', 'lex', 'polly'),
    ...all('comprehend', 'translate', 'transcribe', 'rekognition', 'mobiletargeting', 'firehose', 'appsync'),
    ...all('personalize', 'cognito-sync', 'codewhisperer', 'sdb'),
    ...these('sagemaker:InvokeEndpoint textract:DetectDocumentText textract:AnalyzeDocument'),
  ],
}

/** AWS's page of the managed policy. */
const managed: CeilingPolicy = {
  name: 'AmazonCognitoUnAuthedIdentitiesSessionPolicy',
  arn: 'arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy',
  version: 'v4 of 2026-05-01',
  seen: '2026-09-30',
  source:
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html',
  actions: [
    ...these('rum:PutRumEvents sagemaker:InvokeEndpoint'),
    ...all('polly', 'comprehend', 'translate', 'transcribe', 'rekognition', 'mobiletargeting', 'firehose'),
    ...all('personalize'),
    ...these('geo:GetMap* geo:ListMaps geo:SearchPlaceIndex* geo:GetPlace geo:CalculateRoute*'),
    ...these('geo:*Geofence geo:*Geofences geo:*DevicePosition*'),
    ...these('kms:Encrypt kms:Decrypt kms:ReEncryptTo kms:ReEncryptFrom kms:GenerateDataKey'),
    ...these('kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext kms:GenerateDataKeyWithoutPlaintext'),
  ],
}

export const guestCeiling: readonly CeilingPolicy[] = [inline, managed]

/** A policy of the ceiling as IAM would have it. */
export const ceilingDocument = ({ actions }: CeilingPolicy): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  })
