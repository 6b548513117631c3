import { checkTags, describePool, fromInput, poolMembers } from '../rules/pool-description.ts'
import { checkProviders } from '../rules/known-values.ts'
import { invalidParameter } from '../state/errors.ts'
import { findPool, savePool } from '../state/pools.ts'
import { poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const updateIdentityPool = defineOperation({
  name: 'UpdateIdentityPool',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId, ...poolMembers.required },
    optional: poolMembers.optional,
  },
  differences: [
    'Replaces everything but the developer provider name and tags, which are kept when left out. That tags are kept was never measured on the service.',
    'AllowClassicFlow left out after `false` is unset again; not measured on the service.',
    'Another developer provider name than the one set is refused with InvalidParameterException; the service’s own words are not known.',
  ],
  run({ world, region }, input) {
    if (input.IdentityPoolTags) checkTags(input.IdentityPoolTags)
    const settings = fromInput(input)
    if (world.values === 'check') checkProviders(settings)
    return world.store.transaction(() => {
      const pool = findPool(world.store, region, input.IdentityPoolId)
      const developerProvider = input.DeveloperProviderName ?? pool.developerProvider
      if (pool.developerProvider !== null && developerProvider !== pool.developerProvider) {
        throw invalidParameter('The developer provider name cannot be changed once it is set.')
      }
      const changed = { ...pool, ...settings, developerProvider, tags: input.IdentityPoolTags ?? pool.tags }
      savePool(world.store, changed)
      return describePool(changed)
    })
  },
})
