import { describe, expect, it } from 'vitest'
import { nearProvider } from './near-provider.ts'

const GOOGLE = 'accounts.google.com'
const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'

describe('a provider that is nearly one of the pool’s', () => {
  const logins = [USER_POOL, GOOGLE, 'tenant.eu.auth0.com']
  it.each([
    ['tenant.eu.auth0.com/', 'a slash at its end'],
    ['http://tenant.eu.auth0.com', 'https:// before it'],
    ['us-east-1_AbCdEf123', 'the ID of the user pool in place of its name'],
    [
      'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123',
      'the ARN of the user pool in place of its name',
    ],
    [`https://${USER_POOL}`, 'https:// before it'],
    [`https://${USER_POOL}/`, 'https:// and a slash around it'],
    [`${USER_POOL}:web1`, 'an app client after it'],
    ['cognito-idp.us_east_1.amazonaws.com/us-east-1_AbCdEf123', '_ in place of -, or the other way round'],
    ['cognito-idp:us-east-1:amazonaws.com/us-east-1_AbCdEf123', 'a colon in place of a full stop or slash'],
    ['cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', 'the Region'],
    ['Accounts.Google.com', 'capital letters'],
    ['https://Tenant.eu.auth0.com/', 'several signs'],
    [
      'cognito-idp.us-east-1.amazonaws.com/us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
      'the ID of an identity pool in it',
    ],
    ['cognito-idp.us-east-1.amazonaws.com/(null)', 'an empty value of the app in it'],
  ])('%s', (name, difference) => {
    expect(nearProvider(name, logins)?.difference).toBe(difference)
  })

  it.each([GOOGLE, 'id.elsewhere', 'snapshot', 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Other'])(
    'is not %s',
    (name) => {
      expect(nearProvider(name, logins)).toBeNull()
    },
  )
})
