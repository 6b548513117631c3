const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object, alg: string, signature: number) =>
  `${part({ kid: 'k+1', alg })}.${part(claims)}.${'Zm9v_-aQ'.repeat(90).slice(0, signature)}`

export const ID = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
export const POOL = 'eu-west-1:0545aaaa-5f60-4718-92a3-b4c5d6e7f811'
export const ARN = `arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/${POOL}`

const google = { iss: 'https://accounts.google.com', sub: '4711', aud: 'app', name: 'Zoë', pad: 'x'.repeat(120) }
export const ID_TOKEN = jwt(google, 'RS256', 342)
export const ACCESS_TOKEN = jwt({ token_use: 'access', scope: 'openid', client_id: 'c' }, 'RS256', 342)
export const OPENID_TOKEN = jwt({ iss: 'https://cognito-identity.amazonaws.com', sub: ID, aud: POOL }, 'RS512', 342)
