import { expect, it } from 'vitest'
import { awkwardPool, barePool } from './pools-for-tests.ts'
import { toCloudFormation, toTemplate } from './to-cloudformation.ts'

it('a template in JSON says what the template is', () => {
  expect(JSON.parse(toCloudFormation(awkwardPool))).toEqual(toTemplate(awkwardPool))
})

it('a secret is a parameter that is never echoed', () => {
  const template = toTemplate(awkwardPool)
  expect(template.Parameters).toEqual({ TwitterConsumerSecret: { Type: 'String', NoEcho: true, MinLength: 1 } })
  expect(toCloudFormation(awkwardPool)).not.toContain('•')
})

it('a pool with nothing but a name is one resource', () => {
  expect(toTemplate(barePool).Resources).toEqual({
    IdentityPool: {
      Type: 'AWS::Cognito::IdentityPool',
      Properties: { IdentityPoolName: '+', AllowUnauthenticatedIdentities: false, AllowClassicFlow: false },
    },
  })
})
