export const ROLES = 26
export const POLICIES = 10

export const reachingRole = (index: number) => `arn:aws:iam::123456789012:role/Role${index}`
const services = ['s3', 'dynamodb', 'ec2', 'lambda', 'sqs', 'sns', 'iot', 'kms', 'logs', 'ssm', 'iam', 'cognito-idp']

/** A policy of ten statements on one service, nearly as long as IAM takes one. */
export const longPolicy = (role: number, index: number): string => {
  const service = services[(role + index) % services.length] ?? 's3'
  const statements = Array.from({ length: 10 }, (_, place) => ({
    Sid: `S${place}`,
    Effect: place === 9 ? 'Deny' : 'Allow',
    Action: ['Get*', 'List*', 'Describe*', 'Put*', `*${place}`].map((name) => `${service}:${name}`),
    Resource: Array.from(
      { length: 4 },
      (__, at) => `arn:aws:${service}:us-east-1:123456789012:thing/${role}/${place}/${at}*`,
    ),
    Condition: { StringLike: { 'aws:PrincipalTag/team': [`team-${place}-*`] } },
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement: statements })
}
