import { describe, expect, it } from 'vitest'
import { readConfig, type Variables } from './read-config.ts'

const aws = { id: 'prod', regions: ['us-east-1'] }
const oidc = { issuer: 'https://id.example.com', clientId: 'lifeguard', roles: { admins: 'admin' } }

const mistakesOf = (variables: Variables, file: unknown = { connections: [aws] }) => {
  const result = readConfig(variables, () => JSON.stringify(file), '/srv')
  return result.ok ? [] : result.mistakes
}

describe('how people sign in', () => {
  it.each<[unknown, string]>([
    [
      { connections: [aws], oidc: { ...oidc, issuer: 'http://id.example.com' } },
      'oidc.issuer is "http://id.example.com": must be the https URL of an OpenID provider',
    ],
    [
      { connections: [aws], oidc: { ...oidc, roles: {} } },
      'oidc gives nobody a role: say which values of the claim do',
    ],
    [{ connections: [aws], oidc: { ...oidc, scopes: ['email'] } }, 'must be a list with "openid" in it'],
    [
      { connections: [{ ...aws, access: { a: 'admin' } }] },
      'connection "prod" has "access", which is for people who sign',
    ],
    [
      { connections: [{ ...aws, limits: { support: { deleteIdentities: -1 } } }] },
      'limits.support.deleteIdentities is -1',
    ],
    [
      { connections: [aws], sessions: { idleMinutes: 0 } },
      'sessions.idleMinutes is 0: must be a whole number of minutes',
    ],
  ])('is told as a mistake of the file in one line: %j', (file, line) => {
    const mistakes = mistakesOf({}, file)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(line)
  })

  it.each<[Variables, object | null, string]>([
    [{ HOST: '0.0.0.0' }, null, 'HOST is "0.0.0.0", where others reach Lifeguard too: name the provider'],
    [{ HOST: '::' }, oidc, 'HOST is "::", and nobody knows under which address people open Lifeguard'],
    [{ OIDC_CLIENT_SECRET: 'x' }, null, 'OIDC_CLIENT_SECRET is set, but no provider is'],
    [{ LIFEGUARD_LOCAL_ROLE: 'admin' }, oidc, 'LIFEGUARD_LOCAL_ROLE is set, but people sign in by OpenID Connect'],
  ])('is told as a mistake of the environment in one line: %j', (variables, provider, line) => {
    const mistakes = mistakesOf(variables, { connections: [aws], ...(provider && { oidc: provider }) })
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(line)
  })

  it.each<[Variables, object | null]>([
    [{ HOST: '0.0.0.0', LIFEGUARD_URL: 'https://lifeguard.example.com' }, oidc],
    [{ HOST: '0.0.0.0', LIFEGUARD_WITHOUT_OIDC: 'accept', LIFEGUARD_URL: 'http://desk:3000' }, null],
    [{ OIDC_CLIENT_SECRET: 'x' }, oidc],
    [{ LIFEGUARD_LOCAL_ROLE: 'viewer' }, null],
  ])('is taken as it is: %j', (variables, provider) => {
    expect(mistakesOf(variables, { connections: [aws], ...(provider && { oidc: provider }) })).toEqual([])
  })
})
