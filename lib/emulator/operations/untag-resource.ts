import { poolOfArn } from '../rules/pool-of-arn.ts'
import { savePool } from '../state/pools.ts'
import { arn, tagKeys } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const untagResource = defineOperation({
  name: 'UntagResource',
  signed: true,
  input: { type: 'structure', required: { ResourceArn: arn, TagKeys: tagKeys }, optional: {} },
  differences: ['A key that is not there is passed over.'],
  run(call, input) {
    return call.world.store.transaction(() => {
      const pool = poolOfArn(call, input.ResourceArn)
      const left = Object.entries(pool.tags).filter(([key]) => !input.TagKeys.includes(key))
      savePool(call.world.store, { ...pool, tags: Object.fromEntries(left) })
      return {}
    })
  },
})
