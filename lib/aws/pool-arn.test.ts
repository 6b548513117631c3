import { describe, expect, it } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { poolArn } from './pool-arn.ts'

const connection = (settings: object) => connectionSchema.parse({ id: 'some', regions: ['us-east-1'], ...settings })
const elsewhere = { endpoint: 'http://127.0.0.1:9' }

describe('the ARN of a pool', () => {
  it.each([
    [
      'the configured account',
      { accountId: '111122223333' },
      'us-east-1:1f',
      'arn:aws:cognito-identity:us-east-1:111122223333:identitypool/us-east-1:1f',
    ],
    [
      'a server that is not AWS',
      elsewhere,
      'eu-west-1:1f',
      'arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/eu-west-1:1f',
    ],
    [
      'the embedded emulator',
      { emulator: {} },
      'us-east-1:1f',
      'arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:1f',
    ],
    [
      'China',
      elsewhere,
      'cn-north-1:1f',
      'arn:aws-cn:cognito-identity:cn-north-1:123456789012:identitypool/cn-north-1:1f',
    ],
    [
      'GovCloud',
      elsewhere,
      'us-gov-west-1:1f',
      'arn:aws-us-gov:cognito-identity:us-gov-west-1:123456789012:identitypool/us-gov-west-1:1f',
    ],
    [
      'the European sovereign cloud',
      elsewhere,
      'eusc-de-east-1:1f',
      'arn:aws-eusc:cognito-identity:eusc-de-east-1:123456789012:identitypool/eusc-de-east-1:1f',
    ],
  ])('is that of %s', async (_, settings, poolId, arn) => {
    expect(await poolArn(connection(settings), poolId)).toBe(arn)
  })
})
