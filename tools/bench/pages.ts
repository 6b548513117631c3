export interface Place {
  connectionId: string
  poolId: string
  identityId: string
  /** A pool with 26 rules for one provider. */
  rulesPoolId: string
}

/** Every page of the console with an address of it. */
export const pages: Record<string, (place: Place) => string> = {
  '/': () => '/',
  '/_not-found': () => '/no/such/page/anywhere',
  '/[connection]/pools': ({ connectionId }) => `/${connectionId}/pools`,
  '/audit': () => '/audit',
  '/audit/[operationId]': () => '/audit/none',
  '/sign-in': () => '/sign-in?why=ended',
  '/your-access': () => '/your-access',
  '/sessions': () => '/sessions',
  '/erase': () => '/erase',
  '/erase/[runId]': () => '/erase/none',
  '/[connection]/about': ({ connectionId }) => `/${connectionId}/about`,
  '/[connection]/findings': ({ connectionId }) => `/${connectionId}/findings`,
  '/[connection]/jobs': ({ connectionId }) => `/${connectionId}/jobs`,
  '/[connection]/jobs/[jobId]': ({ connectionId }) => `/${connectionId}/jobs/${'0'.repeat(32)}`,
  '/[connection]/pools/[poolId]': (place) => poolAddress(place),
  '/[connection]/pools/create': ({ connectionId }) => `/${connectionId}/pools/create`,
  '/[connection]/pools/[poolId]/access': (place) => `${poolAddress(place)}/access`,
  '/[connection]/pools/[poolId]/roles': (place) => `${poolAddress(place)}/roles`,
  '/[connection]/pools/[poolId]/tags': (place) => `${poolAddress(place)}/tags`,
  '/[connection]/pools/[poolId]/code': (place) => `${poolAddress(place)}/code`,
  '/[connection]/compare': ({ connectionId, poolId }) => `/${connectionId}/compare?left=${connectionId}/${poolId}`,
  '/[connection]/clone': ({ connectionId, poolId }) => `/${connectionId}/clone?pool=${poolId}`,
  '/[connection]/import': ({ connectionId }) => `/${connectionId}/import`,
  '/[connection]/pools/[poolId]/identities': (place) => `${poolAddress(place)}/identities`,
  '/[connection]/pools/[poolId]/developer-identities': (place) => `${poolAddress(place)}/developer-identities`,
  '/[connection]/pools/[poolId]/developer-identities/list': (place) =>
    `${poolAddress(place)}/developer-identities/list`,
  '/[connection]/pools/[poolId]/access-test': (place) => `${poolAddress(place)}/access-test`,
  '/[connection]/find': ({ connectionId }) => `/${connectionId}/find`,
  '/[connection]/find/maps': ({ connectionId }) => `/${connectionId}/find/maps`,
  '/[connection]/find/list': ({ connectionId }) => `/${connectionId}/find/list`,
  '/[connection]/create-again': ({ connectionId }) => `/${connectionId}/create-again`,
  '/[connection]/pools/[poolId]/history': (place) => `${poolAddress(place)}/history`,
  '/[connection]/pools/[poolId]/identities/retention': (place) => `${poolAddress(place)}/identities/retention`,
  '/[connection]/pools/[poolId]/explore': (place) => `${poolAddress(place)}/explore`,
  '/[connection]/pools/[poolId]/reach': (place) => `${poolAddress(place)}/reach`,
  '/[connection]/identities/[identityId]': ({ connectionId, identityId }) =>
    `/${connectionId}/identities/${identityId}`,
}

const poolAddress = ({ connectionId, poolId }: Place) => `/${connectionId}/pools/${poolId}`
