import { checkTags, describePool, fromInput, poolMembers } from '../rules/pool-description.ts'
import { ServiceError } from '../state/errors.ts'
import { countPools, findPool, insertPool } from '../state/pools.ts'
import { defineOperation } from './define-operation.ts'

const MOST_POOLS = 1000

export const createIdentityPool = defineOperation({
  name: 'CreateIdentityPool',
  signed: true,
  input: { type: 'structure', ...poolMembers },
  differences: [
    'Provider ARNs and user pool names are not looked up: any value of the right form is stored.',
    'More than 50 tags, or a key that begins with `aws:`, is refused with InvalidParameterException; the service’s own words are not known.',
  ],
  run({ world, region }, input) {
    const tags = input.IdentityPoolTags ?? {}
    checkTags(tags)
    const pool = {
      ...fromInput(input),
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
