import { describe, expect, it } from 'vitest'
import { asProviderName, userPoolName, userPoolOf } from './user-pool-name.ts'

const name = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const chinese = 'cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC'

describe('a user pool', () => {
  it.each([
    ['its provider name', name, name],
    ['its id', 'us-east-1_AbCdEf123', name],
    ['its id among blanks', ' us-east-1_AbCdEf123\n', name],
    ['its ARN', 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123', name],
    ['its issuer', `https://${name}`, name],
    ['its issuer with a slash', `https://${name}/`, name],
    ['its issuer in other letters', `HTTPS://Cognito-IDP.us-east-1.AmazonAWS.com/us-east-1_AbCdEf123`, name],
    ['the address of its keys', `https://${name}/.well-known/jwks.json`, name],
    ['its name with a slash', `${name}/`, name],
    ['an id of China', 'cn-north-1_AbC', chinese],
    ['an ARN of China', 'arn:aws-cn:cognito-idp:cn-north-1:123456789012:userpool/cn-north-1_AbC', chinese],
    ['an id of GovCloud', 'us-gov-west-1_AbC', 'cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_AbC'],
  ])('is named by %s', (_, typed, expected) => {
    expect(userPoolName(typed)).toEqual({ ok: true, name: expected })
  })

  it.each([
    ['nothing', ' ', 'Name the user pool.'],
    ['an identity pool', 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809', 'This is the ID of an identity pool.'],
    [
      'an identity pool’s ARN',
      'arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
      'This is the ID of an identity pool.',
    ],
    [
      'two Regions',
      'cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbCdEf123',
      'Two Regions stand in it: the host’s is eu-west-1, and the ID’s is us-east-1.',
    ],
    [
      'an ARN with another Region',
      'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/us-east-1_AbC',
      'Two Regions stand in it',
    ],
    ['no Region', 'cognito-idp.us-east1.amazonaws.com/us-east1_AbC', 'us-east1 is not a Region.'],
    ['an id without a Region', 'us-east1_AbC', 'us-east1 is not a Region.'],
    ['a Region alone', 'us-east1', 'This names no user pool.'],
    ['the host of China elsewhere', 'cognito-idp.us-east-1.amazonaws.com.cn/us-east-1_A', 'ends with amazonaws.com.'],
    ['another host in China', 'cognito-idp.cn-north-1.amazonaws.com/cn-north-1_A', 'ends with amazonaws.com.cn.'],
    ['its sign-in pages', 'https://shop.auth.us-east-1.amazoncognito.com', 'sign-in pages'],
    ['a host alone', 'cognito-idp.us-east-1.amazonaws.com', 'This names no user pool.'],
    ['a host and a slash', 'https://cognito-idp.us-east-1.amazonaws.com/', 'This names no user pool.'],
    ['another host', 'https://login.example/us-east-1_AbC', 'This names no user pool.'],
    ['another protocol', `http://${name}`, 'This names no user pool.'],
    ['more of an address', `${name}/more`, 'This names no user pool.'],
    ['words', 'my pool', 'This names no user pool.'],
  ])('is not named by %s', (_, typed, problem) => {
    const read = userPoolName(typed)
    expect(read).toMatchObject({ ok: false })
    expect(read.ok || read.problem).toContain(problem)
  })
})

it.each([
  [`${name}:client1`, `${name}:client1`],
  [`https://${name}:client1`, `${name}:client1`],
  [`https://${name}`, name],
  [`https://${name}/`, name],
  ['us-east-1_AbCdEf123:client1', `${name}:client1`],
  ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123:client1', `${name}:client1`],
  [
    'cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbC:client1',
    'cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbC:client1',
  ],
  ['accounts.google.com', 'accounts.google.com'],
  ['arn:aws:iam::123456789012:saml-provider/Okta', 'arn:aws:iam::123456789012:saml-provider/Okta'],
  [
    'arn:aws:iam::123456789012:oidc-provider/id.example.com/a_b',
    'arn:aws:iam::123456789012:oidc-provider/id.example.com/a_b',
  ],
  ['my_provider', 'my_provider'],
])('the key %s is %s', (key, expected) => {
  expect(asProviderName(key)).toBe(expected)
})

it('is in a Region, and has an id there', () => {
  expect(userPoolOf(`https://${name}`)).toEqual({ region: 'us-east-1', userPoolId: 'us-east-1_AbCdEf123' })
  expect(userPoolOf('accounts.google.com')).toBeNull()
})
