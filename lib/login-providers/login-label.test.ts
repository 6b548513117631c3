import { expect, it } from 'vitest'
import { loginLabel } from './login-label.ts'

it.each([
  ['accounts.google.com', 'Google'],
  ['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC', 'User pool us-east-1_AbC'],
  ['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC:client1', 'User pool us-east-1_AbC, app client client1'],
  ['arn:aws:iam::123456789012:saml-provider/Okta', 'SAML Okta'],
  ['arn:aws:iam::123456789012:oidc-provider/id.example.com/a', 'OIDC id.example.com/a'],
  ['login.example', 'login.example'],
])('calls %s %s', (provider, label) => {
  expect(loginLabel(provider)).toBe(label)
})
