import { checkTags, describePool, fromInput, poolMembers } from '../rules/pool-description.ts'
import { checkProviders } from '../rules/known-values.ts'
import { ServiceError } from '../state/errors.ts'
import { countPools, findPool, insertPool } from '../state/pools.ts'
import { defineOperation } from './define-operation.ts'

const MOST_POOLS = 1000

export const createIdentityPool = defineOperation({
  name: 'CreateIdentityPool',
  signed: true,
  input: { type: 'structure', ...poolMembers },
  differences: [
    'Provider ARNs and user pools are not looked up: any value of the right form is stored. Of the refusals of a wrong form only that of a user pool, `Invalid Cognito Identity Provider`, has the service’s own words; `--values any` refuses none.',
    'More than 50 tags, or a key that begins with `aws:`, is refused with InvalidParameterException; the service’s own words are not known.',
  ],
  run({ world, region }, input) {
    const tags = input.IdentityPoolTags ?? {}
    checkTags(tags)
    const settings = fromInput(input)
    if (world.values === 'check') checkProviders(settings)
    const pool = {
      ...settings,
      developerProvider: input.DeveloperProviderName ?? null,
      tags,
      roles: null,
      roleMappings: null,
      id: `${region}:${world.random.uuid()}`,
      region,
    }
    return world.store.transaction(() => {
      if (countPools(world.store, region) >= MOST_POOLS) {
        throw new ServiceError('LimitExceededException', `An account can have at most ${MOST_POOLS} identity pools.`)
      }
      insertPool(world.store, pool)
      return describePool(findPool(world.store, region, pool.id))
    })
  },
})
