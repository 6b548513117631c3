import { expect, it } from 'vitest'
import { decide } from '../policies/decide.ts'
import { guestCeiling } from './guest-ceiling.ts'
import { layersOfRole } from './reach-of.ts'
import { sessionFacts } from './session-facts.ts'

const POOL = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'

/** Roles of guests, by what they allow on every resource. */
const roles = {
  everything: ['*'],
  storage: ['s3:Get*', 'dynamodb:*', 'ec2:Describe*', 'secretsmanager:GetSecretValue'],
  maps: ['geo:*', 'kms:*', 'rum:PutRumEvents', 'textract:*', 'sagemaker:*', 'polly:SynthesizeSpeech'],
}
type Role = keyof typeof roles

/** Worked out by hand from AWS's pages: the roles that allow an action, and whether Cognito lets guests have it. */
const table: [action: string, allowing: Role[], underCeiling: boolean][] = [
  ['s3:GetObject', ['everything', 'storage'], true],
  ['s3:PutObject', ['everything'], true],
  ['s3:PutBucketPolicy', ['everything'], true],
  ['dynamodb:Scan', ['everything', 'storage'], true],
  ['dynamodb:DeleteTable', ['everything', 'storage'], true],
  ['ec2:DescribeInstances', ['everything', 'storage'], false],
  ['ec2:RunInstances', ['everything'], false],
  ['iam:PassRole', ['everything'], false],
  ['iam:CreateAccessKey', ['everything'], false],
  ['sts:AssumeRole', ['everything'], false],
  ['secretsmanager:GetSecretValue', ['everything', 'storage'], false],
  ['ssm:GetParameter', ['everything'], false],
  ['rds-data:ExecuteStatement', ['everything'], false],
  ['lambda:InvokeFunction', ['everything'], true],
  ['lambda:UpdateFunctionCode', ['everything'], true],
  ['execute-api:Invoke', ['everything'], true],
  ['iot:Publish', ['everything'], true],
  ['cognito-identity:SetIdentityPoolRoles', ['everything'], true],
  ['cognito-idp:AdminSetUserPassword', ['everything'], true],
  ['cognito-sync:UpdateRecords', ['everything'], true],
  ['appsync:GraphQL', ['everything'], true],
  ['kinesis:PutRecord', ['everything'], true],
  ['firehose:PutRecord', ['everything'], true],
  ['sqs:SendMessage', ['everything'], true],
  ['sns:Publish', ['everything'], true],
  ['ses:SendEmail', ['everything'], true],
  ['logs:PutLogEvents', ['everything'], true],
  ['cloudwatch:PutMetricData', ['everything'], true],
  ['geo:GetMapTile', ['everything', 'maps'], true],
  ['geo:CreateMap', ['everything', 'maps'], false],
  ['geo:BatchPutGeofence', ['everything', 'maps'], true],
  ['geo:BatchUpdateDevicePosition', ['everything', 'maps'], true],
  ['geo:DeleteTracker', ['everything', 'maps'], false],
  ['kms:Decrypt', ['everything', 'maps'], true],
  ['kms:ScheduleKeyDeletion', ['everything', 'maps'], false],
  ['rum:PutRumEvents', ['everything', 'maps'], true],
  ['textract:DetectDocumentText', ['everything', 'maps'], true],
  ['textract:StartDocumentAnalysis', ['everything', 'maps'], false],
  ['sagemaker:InvokeEndpoint', ['everything', 'maps'], true],
  ['sagemaker:CreateNotebookInstance', ['everything', 'maps'], false],
  ['polly:SynthesizeSpeech', ['everything', 'maps'], true],
  ['bedrock:InvokeModel', ['everything'], false],
]

const reached = (role: Role, underCeiling: boolean): string[] => {
  const document = JSON.stringify({ Statement: { Effect: 'Allow', Action: roles[role], Resource: '*' } })
  const policies = { policies: [{ name: role, arn: null, version: null, document }], boundary: null }
  return table
    .map(([action]) => action)
    .filter(
      (action) =>
        decide(layersOfRole(policies, underCeiling), {
          action,
          resource: '*',
          ...sessionFacts({ poolId: POOL, guest: true }),
        }).decision === 'allowed',
    )
}

it.each(Object.keys(roles) as Role[])('a guest with the role %s reaches what was worked out by hand', (role) => {
  const allowing = table.filter(([, all]) => all.includes(role))
  expect(reached(role, false)).toEqual(allowing.map(([action]) => action))
  expect(reached(role, true)).toEqual(allowing.filter(([, , under]) => under).map(([action]) => action))
})

it('the ceiling says when each of its policies was seen, and where', () => {
  for (const { seen, source, version } of guestCeiling) {
    expect(seen).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    expect(version).not.toBe('')
  }
})
