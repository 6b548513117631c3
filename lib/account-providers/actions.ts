'use server'

import { defineAction } from '../operation/define-action.ts'
import { listIdentityProvidersInput, listUserPoolClientsInput, listUserPoolsInput } from './schema.ts'
import { readIdentityProviders, readUserPoolClients, readUserPools } from './service.ts'

/** A page of a Region's user pools. Errors: `VALIDATION` where they are not read, `DENIED`. */
export const listUserPools = defineAction({
  name: 'ListUserPools',
  effect: 'read',
  permission: 'account-providers:read',
  input: listUserPoolsInput,
  run: ({ connection }, { region, cursor }) => readUserPools(connection, region, cursor),
})

/** A page of a user pool's app clients. Errors: as `listUserPools`; `NOT_FOUND`. */
export const listUserPoolClients = defineAction({
  name: 'ListUserPoolClients',
  effect: 'read',
  permission: 'account-providers:read',
  input: listUserPoolClientsInput,
  run: ({ connection }, { region, userPoolId, cursor }) =>
    readUserPoolClients(connection, region, { userPoolId, cursor }),
})

/** The ARNs of IAM's OpenID Connect and SAML providers. Errors: `VALIDATION` where IAM is not read, `DENIED`. */
export const listIdentityProviders = defineAction({
  name: 'ListIdentityProviders',
  effect: 'read',
  permission: 'account-providers:read',
  input: listIdentityProvidersInput,
  run: ({ connection }, { region }) => readIdentityProviders(connection, region),
})
