/** A policy of AWS itself, as its reference of managed policies gives it; only the version that holds now. */
export interface AwsPolicy {
  arn: string
  name: string
  version: number
  description: string
  document: string
}

const policy = (name: string, version: number, description: string, ...statements: object[]): AwsPolicy => ({
  arn: `arn:aws:iam::aws:policy/${name}`,
  name,
  version,
  description,
  document: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
})

const allow = (...Action: string[]) => ({ Effect: 'Allow', Action, Resource: '*' })

const all: readonly AwsPolicy[] = [
  policy('AdministratorAccess', 1, 'Provides full access to AWS services and resources.', {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
  }),
  policy(
    'PowerUserAccess',
    5,
    'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
    allow(
      'account:GetAccountInformation',
      'account:GetPrimaryEmail',
      'account:ListRegions',
      'iam:CreateServiceLinkedRole',
      'iam:DeleteServiceLinkedRole',
      'iam:ListRoles',
      'organizations:DescribeOrganization',
    ),
  ),
  policy(
    'AmazonS3FullAccess',
    2,
    'Provides full access to all buckets via the AWS Management Console.',
    allow('s3:*', 's3-object-lambda:*'),
  ),
  policy(
    'AmazonS3ReadOnlyAccess',
    3,
    'Provides read only access to all buckets via the AWS Management Console.',
    allow('s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'),
  ),
  policy(
    'IAMReadOnlyAccess',
    4,
    'Provides read only access to IAM via the AWS Management Console.',
    allow(
      'iam:GenerateCredentialReport',
      'iam:GenerateServiceLastAccessedDetails',
      'iam:Get*',
      'iam:List*',
      'iam:SimulateCustomPolicy',
      'iam:SimulatePrincipalPolicy',
    ),
  ),
  policy(
    'AmazonCognitoReadOnly',
    4,
    'Provides read only access to Amazon Cognito resources.',
    allow(
      'cognito-identity:Describe*',
      'cognito-identity:Get*',
      'cognito-identity:List*',
      'cognito-idp:Describe*',
      'cognito-idp:AdminGet*',
      'cognito-idp:AdminList*',
      'cognito-idp:List*',
      'cognito-idp:Get*',
      'cognito-sync:Describe*',
      'cognito-sync:Get*',
      'cognito-sync:List*',
      'iam:ListOpenIdConnectProviders',
      'iam:ListRoles',
      'sns:ListPlatformApplications',
    ),
  ),
  policy(
    'AmazonCognitoUnAuthedIdentitiesSessionPolicy',
    4,
    'The most that guests of an identity pool may do by the enhanced flow, beside what its session policy allows.',
    allow(
      'rum:PutRumEvents',
      'sagemaker:InvokeEndpoint',
      'polly:*',
      'comprehend:*',
      'translate:*',
      'transcribe:*',
      'rekognition:*',
      'mobiletargeting:*',
      'firehose:*',
      'personalize:*',
      'geo:GetMap*',
      'geo:ListMaps',
      'geo:SearchPlaceIndex*',
      'geo:GetPlace',
      'geo:CalculateRoute*',
      'geo:*Geofence',
      'geo:*Geofences',
      'geo:*DevicePosition*',
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptTo',
      'kms:ReEncryptFrom',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyPair',
      'kms:GenerateDataKeyPairWithoutPlaintext',
      'kms:GenerateDataKeyWithoutPlaintext',
    ),
  ),
]

/** By ARN. */
export const awsPolicies: ReadonlyMap<string, AwsPolicy> = new Map(all.map((one) => [one.arn, one]))
