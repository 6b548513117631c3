import { describe, expect, test } from 'vitest'
import { readConfig, type Variables } from './read-config.ts'

const read = (variables: Variables, file?: unknown) =>
  readConfig(
    variables,
    () => (file === undefined ? null : typeof file === 'string' ? file : JSON.stringify(file)),
    '/srv',
  )

function configOf(...args: Parameters<typeof read>) {
  const result = read(...args)
  if (!result.ok) throw new Error(result.mistakes.join('\n'))
  return result.config
}

function mistakesOf(...args: Parameters<typeof read>) {
  const result = read(...args)
  if (result.ok) throw new Error('The configuration was accepted')
  return result.mistakes
}

const aws = { id: 'prod', regions: ['us-east-1'] }
const fileWith = (connection: object) => ({ connections: [{ ...aws, ...connection }] })

describe('without a file', () => {
  test('IAM, STS and user pools are asked where the environment says, and else where AWS has them', () => {
    const { iamEndpoint, stsEndpoint, userPoolsEndpoint } = configOf({
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://localhost:5001',
      AWS_ENDPOINT_URL_IAM: 'http://localhost:5002',
      AWS_ENDPOINT_URL_STS: 'http://localhost:5003',
    })
    expect([userPoolsEndpoint, iamEndpoint, stsEndpoint]).toEqual(
      ['5001', '5002', '5003'].map((port) => `http://localhost:${port}`),
    )
    expect(configOf({}).userPoolsEndpoint).toBeNull()
    expect(mistakesOf({ AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'localhost:5001' })).toHaveLength(1)
  })

  test('the only connection is the embedded emulator with demonstration data', () => {
    const config = configOf({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, url: 'http://127.0.0.1:3000', localRole: 'admin' })
    expect(config).toMatchObject({ dataDir: '/srv/.lifeguard', databaseUrl: null, logLevel: 'info' })
    expect(config.connections).toMatchObject([
      {
        id: 'local',
        kind: 'emulator',
        emulator: { seed: 'demo' },
        regions: ['us-east-1', 'eu-west-1'],
        endpoint: null,
      },
    ])
  })

  test('an endpoint of the SDK becomes the connection "default"', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'one', AWS_SECRET_ACCESS_KEY: 'two' }
    const config = configOf({ AWS_ENDPOINT_URL: 'http://localhost:4566', AWS_REGION: 'eu-central-1', ...keys })
    expect(config.connections).toMatchObject([
      {
        id: 'default',
        kind: 'endpoint',
        endpoint: 'http://localhost:4566',
        regions: ['eu-central-1'],
        credentials: { accessKeyId: 'one', secretAccessKey: 'two', sessionToken: null },
      },
    ])
  })

  test('the endpoint of the service goes before the general one, and a profile serves where there are no keys', () => {
    const [connection] = configOf({
      AWS_ENDPOINT_URL: 'http://localhost:4566',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY: 'http://localhost:5000',
      AWS_PROFILE: 'staging',
    }).connections
    expect(connection).toMatchObject({
      endpoint: 'http://localhost:5000',
      regions: ['us-east-1'],
      credentials: null,
      profile: 'staging',
    })
  })

  test('the launcher tells where the emulator listens', () => {
    expect(configOf({ LIFEGUARD_EMULATORS: 'local=http://127.0.0.1:5001' }).connections[0]?.endpoint).toBe(
      'http://127.0.0.1:5001',
    )
  })
})

describe('a file', () => {
  test('gives connections of all three kinds with their defaults', () => {
    const config = configOf(
      {},
      {
        connections: [
          { id: 'local', emulator: { seed: 500 }, regions: ['us-east-1'] },
          {
            ...aws,
            name: 'Production',
            profile: 'prod',
            label: 'PROD',
            color: 'red',
            readOnly: true,
            roles: ['admin'],
            quotas: { ListIdentities: 5 },
          },
          { id: 'moto', regions: ['us-gov-west-1'], endpoint: 'http://127.0.0.1:5000' },
        ],
        jobs: { maxIdentities: 5 },
      },
    )
    expect(config.connections.map(({ kind }) => kind)).toEqual(['emulator', 'aws', 'endpoint'])
    expect(config.connections[0]).toMatchObject({ name: 'local', emulator: { seed: '500' } })
    expect(config.connections[1]).toMatchObject({
      name: 'Production',
      profile: 'prod',
      label: 'PROD',
      color: 'red',
      readOnly: true,
      roles: ['admin'],
    })
    expect(config.connections[2]?.roles).toEqual(['viewer', 'support', 'admin'])
    expect(config).toMatchObject({
      jobs: { maxIdentities: 5, retentionDays: 30 },
      audit: { retentionDays: 365, anchorEvery: 1_000, stream: null, looks: false },
      findings: { changedOutsideDays: 30 },
    })
  })

  test('names the proxies that are believed, none by default', () => {
    expect(configOf({}, fileWith({})).trustedProxies).toEqual([])
    const trustedProxies = ['10.0.0.0/8', '192.0.2.1', 'fd00::/8', '::1']
    expect(configOf({}, { connections: [aws], trustedProxies }).trustedProxies).toEqual(trustedProxies)
  })

  test('an empty variable counts as not set', () => {
    expect(configOf({ PORT: '', DATABASE_URL: '', LIFEGUARD_CONFIG: '' }, fileWith({}))).toMatchObject({
      port: 3000,
      databaseUrl: null,
    })
  })
})

describe('each mistake is one line with the key, its value and an example', () => {
  test.each<[Variables, string]>([
    [{ LIFEGUARD_AUDIT_KEY: 'c2VjcmV0' }, 'environment: LIFEGUARD_AUDIT_KEY must be a private key of Ed25519'],
    [{ PORT: '99999' }, 'environment: PORT is "99999": must be a whole number from 0 (any free port) to 65535'],
    [{ PORT: 'http' }, 'environment: PORT is "http"'],
    [{ LOG_LEVEL: 'loud' }, 'environment: LOG_LEVEL is "loud": must be one of trace, debug'],
    [{ LIFEGUARD_LOCAL_ROLE: 'root' }, 'environment: LIFEGUARD_LOCAL_ROLE is "root": must be viewer, support or admin'],
    [{ LIFEGUARD_URL: 'https://x/y' }, 'environment: LIFEGUARD_URL is "https://x/y"'],
    [
      { LIFEGUARD_DATADIR: 'x' },
      'environment: "LIFEGUARD_DATADIR" is not known here: did you mean "LIFEGUARD_DATA_DIR"?',
    ],
    [{ LIFEGUARD_METRICS_TOKEN: 'short' }, 'environment: LIFEGUARD_METRICS_TOKEN must be a token of at least 16'],
    [{ AWS_ENDPOINT_URL: 'localhost:4566' }, 'environment: AWS_ENDPOINT_URL is "localhost:4566"'],
    [{ AWS_REGION: 'europe' }, 'environment: AWS_REGION is "europe": must be an AWS Region'],
    [{ LIFEGUARD_CONFIG: 'gone.json' }, 'environment: LIFEGUARD_CONFIG is "gone.json", but there is no such file'],
    [
      { DATABASE_URL: 'postgres://db/lifeguard' },
      'environment: DATABASE_URL is set, but connection "local" is the embedded',
    ],
  ])('%j', (variables, line) => {
    const mistakes = mistakesOf(variables)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(line)
    expect(mistakes[0]).not.toContain('\n')
  })

  test.each<[unknown, string]>([
    ['{', 'lifeguard.config.json: is not JSON'],
    [[], 'lifeguard.config.json: must be an object, for example { "connections"'],
    [{}, 'lifeguard.config.json: connections is missing: it must be a list of connections, for example'],
    [{ connections: [] }, 'connections must be a list of at least one connection, for example'],
    [
      fileWith({ id: 'Prod' }),
      'connections[0].id is "Prod": must be lower-case letters, digits and hyphens, for example',
    ],
    [fileWith({ color: 'crimson' }), 'connections[0].color is "crimson": must be one of red, amber, green, blue, grey'],
    [fileWith({ label: 'x'.repeat(21) }), 'must be a short label of at most 20 characters'],
    [fileWith({ regions: ['useast1'] }), 'connections[0].regions[0] is "useast1": must be an AWS Region, for example'],
    [fileWith({ regions: ['us-east-1', 'us-east-1'] }), 'connections[0].regions must be a list without duplicates'],
    [fileWith({ region: 'x' }), 'connections[0] "region" is not known here: did you mean "regions"?'],
    [fileWith({ weight: 'x' }), 'connections[0] "weight" is not known here: known are id, name, label, color, regions'],
    [fileWith({ colour: 'red' }), 'connections[0] "colour" is not known here: did you mean "color"?'],
    [fileWith({ endpoint: 'localhost' }), 'connections[0].endpoint is "localhost": must be an http or https URL'],
    [fileWith({ accountId: 123 }), 'connections[0].accountId is 123: must be an AWS account id of 12 digits'],
    [fileWith({ roles: ['boss'] }), 'connections[0].roles[0] is "boss": must be viewer, support or admin'],
    [fileWith({ roleArn: 'lifeguard' }), 'connections[0].roleArn is "lifeguard": must be the ARN of a role'],
    [fileWith({ emulator: { seed: 'x' } }), 'connections[0].emulator.seed is "x": must be "demo" or a number'],
    [fileWith({ emulator: {}, profile: 'x' }), 'connections[0].profile is "x": cannot be combined with "emulator"'],
    [
      fileWith({ quotas: { ListIdentites: 5 } }),
      'connections[0].quotas "ListIdentites" is not known here: did you mean',
    ],
    [
      fileWith({ quotas: { GetId: -1 } }),
      'connections[0].quotas.GetId is -1: must be a number of calls a second above 0',
    ],
    [
      fileWith({ endpoint: 'http://x', roleArn: 'arn:aws:iam::111122223333:role/a' }),
      'connection "prod" has "roleArn" and "endpoint", which would assume the role at the real AWS',
    ],
    [
      fileWith({ id: 'audit' }),
      'connections[0].id is "audit": must not be the name of a page, which api, audit, erase, sessions, sign-in, your-access are, for example "audit-1"',
    ],
    [{ connections: [aws, aws] }, 'connections[1].id is "prod": must be unique, for example "prod-2"'],
    [{ connections: [aws], audit: { retentionDays: 0 } }, 'audit.retentionDays is 0: must be a whole number of days'],
    ...['10.0.0', '10.0.0.0/33', 'fd00::/129', 'proxy.example', '10.0.0.1/'].map((range): [unknown, string] => [
      { connections: [aws], trustedProxies: [range] },
      `trustedProxies[0] is "${range}": must be an IP address or a range, for example "10.0.0.0/8"`,
    ]),
    [{ connections: [aws], trustedProxies: '::1' }, 'trustedProxies is "::1": must be a list of IP addresses'],
    [
      { connections: [aws], findings: { changedOutsideDays: 0 } },
      'findings.changedOutsideDays is 0: must be a whole number of days above 0',
    ],
    [{ connections: [aws], audit: { anchorEvery: 0 } }, 'audit.anchorEvery is 0: must be a whole number of entries'],
    [{ connections: [aws], audit: { stream: 'syslog' } }, 'audit.stream is "syslog": must be "stdout" or a file'],
    [{ connections: [aws], job: {} }, '"job" is not known here: did you mean "jobs"?'],
  ])('%j', (file, line) => {
    const mistakes = mistakesOf({}, file)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(line)
    expect(mistakes[0]).toMatch(/^lifeguard\.config\.json: /)
  })

  test('all mistakes of the environment and the file are listed together', () => {
    expect(mistakesOf({ PORT: 'x', HOST: 'a b' }, fileWith({ id: 'A', regions: [] }))).toHaveLength(4)
  })

  test('no line repeats a secret', () => {
    const credentials = { accessKeyId: 5, secretAccesKey: 'hush-1', secretAccessKey: ' ', sessionToken: '' }
    const variables = { DATABASE_URL: 'mysql://root:hush-2@db/x', OIDC_CLIENT_SECRET: 'hush-3' }
    const text = mistakesOf(variables, fileWith({ credentials })).join('\n')
    expect(text).toContain('DATABASE_URL must be a PostgreSQL URL')
    expect(text).not.toContain('hush')
  })
})
