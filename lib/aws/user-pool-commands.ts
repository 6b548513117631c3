import 'server-only'
import type {
  CognitoIdentityClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-cognito-identity'
import { makeBuilder } from '@smithy/core/client'
import { getEndpointPlugin } from '@smithy/core/endpoints'

/** The two operations of Amazon Cognito user pools that are called, as the service's model of 2016-04-18 has them. */
export const USER_POOLS = {
  namespace: 'com.amazonaws.cognitoidentityprovider',
  target: 'AWSCognitoIdentityProviderService',
  version: '2016-04-18',
  signingName: 'cognito-idp',
} as const

type Paged = { NextToken?: string | undefined; MaxResults: number }
type Answer = { NextToken?: string; $metadata: { requestId?: string } }
export type UserPoolsPage = Answer & { UserPools?: { Id?: string; Name?: string }[] }
export type UserPoolClientsPage = Answer & { UserPoolClients?: { ClientId?: string; ClientName?: string }[] }

const { namespace } = USER_POOLS
const TEXT = 0
const NUMBER = 1
const structure = (name: string, members: string[], types: unknown[]) =>
  [3, namespace, name, 0, members, types] as const
const list = (name: string, of: unknown) => [1, namespace, name, 0, () => of] as const
const operation = (name: string, input: unknown, output: unknown) =>
  [9, namespace, name, 0, () => input, () => output] as never

const pools = list('UserPoolListType', structure('UserPoolDescriptionType', ['Id', 'Name'], [TEXT, TEXT]))
const clients = list(
  'UserPoolClientListType',
  structure('UserPoolClientDescription', ['ClientId', 'ClientName'], [TEXT, TEXT]),
)

const command = makeBuilder<CognitoIdentityClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>(
  {
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
  },
  USER_POOLS.target,
  'CognitoIdentityClient',
  getEndpointPlugin,
)
const noPlugins = () => []

/** A page of the Region's user pools, at most 60. */
export class ListUserPoolsCommand extends command<Paged, UserPoolsPage>(
  {},
  noPlugins,
  'ListUserPools',
  operation(
    'ListUserPools',
    structure('ListUserPoolsRequest', ['NextToken', 'MaxResults'], [TEXT, NUMBER]),
    structure('ListUserPoolsResponse', ['UserPools', 'NextToken'], [() => pools, TEXT]),
  ),
) {}

/** A page of a user pool's app clients, at most 60. */
export class ListUserPoolClientsCommand extends command<Paged & { UserPoolId: string }, UserPoolClientsPage>(
  {},
  noPlugins,
  'ListUserPoolClients',
  operation(
    'ListUserPoolClients',
    structure('ListUserPoolClientsRequest', ['UserPoolId', 'MaxResults', 'NextToken'], [TEXT, NUMBER, TEXT]),
    structure('ListUserPoolClientsResponse', ['UserPoolClients', 'NextToken'], [() => clients, TEXT]),
  ),
) {}
