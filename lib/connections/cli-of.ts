import type { Connection } from '../config/schema.ts'
import type { ConnectionSummary } from './connection-summary.ts'

/** What the AWS CLI is told of a connection; an address never with the name and password that it may hold. */
export const cliOf = ({ kind, endpoint, profile, credentials, roleArn }: Connection): ConnectionSummary['cli'] => ({
  endpoint: endpoint === null ? null : withoutUser(endpoint),
  profile,
  ownCredentials: kind === 'aws' && (credentials !== null || roleArn !== null),
})

function withoutUser(address: string): string {
  const url = new URL(address)
  if (url.username === '' && url.password === '') return address
  url.username = ''
  url.password = ''
  return url.href
}
