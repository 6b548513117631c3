import 'server-only'
import { ListOpenIDConnectProvidersCommand, ListSAMLProvidersCommand } from '@aws-sdk/client-iam'
import { boundIam } from '../aws/iam-client.ts'
import {
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  type UserPoolClientsPage,
  type UserPoolsPage,
} from '../aws/user-pool-commands.ts'
import { boundUserPools } from '../aws/user-pools-client.ts'
import type { Connection } from '../config/schema.ts'
import { PAGE_SIZE } from '../core/limits.ts'
import type { IdentityProviders, NamedThing } from './named-thing.ts'

const named = (id: string | undefined, name: string | undefined): NamedThing => ({ id: id ?? '', name: name ?? '' })

/** A page of a Region's user pools. Errors: `VALIDATION` where they are not read, `DENIED` without `cognito-idp:ListUserPools`. */
export async function readUserPools(connection: Connection, region: string, cursor: string | undefined) {
  const command = new ListUserPoolsCommand({ MaxResults: PAGE_SIZE, NextToken: cursor })
  const page = await boundUserPools(connection, region).send<UserPoolsPage>(
    { operation: 'ListUserPools', member: 'UserPools' },
    command,
  )
  return {
    userPools: (page.UserPools ?? []).map(({ Id, Name }) => named(Id, Name)),
    nextCursor: page.NextToken ?? null,
  }
}

type ClientsOf = { userPoolId: string; cursor: string | undefined }

/** A page of a user pool's app clients. Errors: as `readUserPools`, of `cognito-idp:ListUserPoolClients`; `NOT_FOUND`. */
export async function readUserPoolClients(connection: Connection, region: string, { userPoolId, cursor }: ClientsOf) {
  const command = new ListUserPoolClientsCommand({ UserPoolId: userPoolId, MaxResults: PAGE_SIZE, NextToken: cursor })
  const page = await boundUserPools(connection, region).send<UserPoolClientsPage>(
    { operation: 'ListUserPoolClients', member: 'UserPoolClients' },
    command,
  )
  return {
    clients: (page.UserPoolClients ?? []).map(({ ClientId, ClientName }) => named(ClientId, ClientName)),
    nextCursor: page.NextToken ?? null,
  }
}

/** The ARNs of the account's identity providers, all of them. Errors: `VALIDATION` where IAM is not read, `DENIED`. */
export async function readIdentityProviders(connection: Connection, region: string): Promise<IdentityProviders> {
  const iam = boundIam(connection, region)
  const [oidc, saml] = await Promise.all([
    iam.send(new ListOpenIDConnectProvidersCommand({})),
    iam.send(new ListSAMLProvidersCommand({})),
  ])
  const arns = (list: { Arn?: string }[] | undefined) => (list ?? []).flatMap(({ Arn }) => Arn ?? []).toSorted()
  return { oidc: arns(oidc.OpenIDConnectProviderList), saml: arns(saml.SAMLProviderList) }
}
