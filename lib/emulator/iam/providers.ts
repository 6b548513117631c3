import { providerArns } from '../state/provider-arns.ts'
import { defineIamOperation } from './define-query-operation.ts'
import { input } from './iam-shapes.ts'

const NAMED_BY_POOLS = 'Those that the pools of the account name are there; none can be made or removed.'

const listOpenIdConnectProviders = defineIamOperation({
  name: 'ListOpenIDConnectProviders',
  input: input({}, {}),
  differences: [NAMED_BY_POOLS],
  run: ({ world: { store, account } }) => ({
    OpenIDConnectProviderList: providerArns(store, account).oidc.map((Arn) => ({ Arn })),
  }),
})

const listSamlProviders = defineIamOperation({
  name: 'ListSAMLProviders',
  input: input({}, {}),
  differences: [NAMED_BY_POOLS],
  run: ({ world: { store, account } }) => ({
    SAMLProviderList: providerArns(store, account).saml.map((Arn) => ({ Arn })),
  }),
})

export const providerOperations = [listOpenIdConnectProviders, listSamlProviders]
