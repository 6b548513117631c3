import { MASKED } from '../login-providers/provider-secrets.ts'
import type { PoolSnapshot } from './snapshot.ts'

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const userPool = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const saml = 'arn:aws:iam::123456789012:saml-provider/Okta'
const oidc = 'arn:aws:iam::123456789012:oidc-provider/id.example.com/tenant'

/** A pool that uses everything, with texts that shells, HCL, JSON and TypeScript could each trip over. */
export const awkwardPool: PoolSnapshot = {
  pool: {
    poolId: 'eu-west-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
    fingerprint: 'seen',
    region: 'eu-west-1',
    name: '-=Cafe,  team @home+away_1.0',
    allowUnauthenticated: true,
    classicFlow: 'unset',
    developerProviderName: '-login.example_1',
    loginProviders: {
      'accounts.google.com': '1234-app.apps.googleusercontent.com',
      'api.twitter.com': `consumerKey;${MASKED}`,
      'graph.facebook.com': '7301998317402',
    },
    userPools: [
      { providerName: userPool, clientId: 'client1', serverSideTokenCheck: true },
      { providerName: userPool, clientId: 'client2', serverSideTokenCheck: false },
    ],
    oidcProviderArns: [oidc],
    samlProviderArns: [saml, 'arn:aws:iam::123456789012:saml-provider/Other'],
    tags: {
      "it's": `"quoted" 'twice' \`three\``,
      naïve: 'Zürich 東京 👩‍👩‍👧 e\u0301',
      'new\nline\ttab': 'back\\slash \\n \u2028 \u202e end',
      'shell $HOME': '$(id) `id` ${HOME} !! ~ * ? # ; & | < >',
      hcl: '${var.x} $${y} %{ if true }%{ endif } $$${z} $',
      '--flag': '@file file:///etc/passwd',
      empty: '',
      '=': '-',
    },
  },
  roles: {
    authenticated: role('path/User+=,.@-_'),
    unauthenticated: role('Guest'),
    mappings: [
      {
        provider: `${userPool}:client1`,
        type: 'Rules',
        ambiguous: 'AuthenticatedRole',
        rules: [
          { claim: 'custom:"team"', match: 'Equals', value: `it's "blue" $(id) \${x}`, roleArn: role('Blue') },
          { claim: "o'clock", match: 'StartsWith', value: 'Größe\n2', roleArn: role('Big') },
          { claim: 'sub', match: 'NotEqual', value: '\\', roleArn: role('Any') },
          { claim: 'ünïcode', match: 'Contains', value: ' ', roleArn: role('Space') },
        ],
      },
      { provider: saml, type: 'Token', ambiguous: 'Deny', rules: [] },
    ],
  },
  principalTags: [
    { provider: userPool, useDefaults: false, tags: { "team's": 'custom:team', 'düsseldorf "x"': '${claim}' } },
    { provider: 'accounts.google.com', useDefaults: true, tags: {} },
    { provider: oidc, useDefaults: false, tags: {} },
  ],
}

/** A pool that lets in nobody and has nothing besides its name. */
export const barePool: PoolSnapshot = {
  pool: {
    poolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
    fingerprint: 'seen',
    region: 'us-east-1',
    name: '+',
    allowUnauthenticated: false,
    classicFlow: 'off',
    developerProviderName: null,
    loginProviders: {},
    userPools: [],
    oidcProviderArns: [],
    samlProviderArns: [],
    tags: {},
  },
  roles: { authenticated: null, unauthenticated: null, mappings: [] },
  principalTags: [],
}
