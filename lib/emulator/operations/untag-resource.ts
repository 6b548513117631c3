import { defineOperation } from '../operation.ts'
import { savePool } from '../pools.ts'
import { poolOfArn } from '../resource-arn.ts'
import { arn, tagKeys } from '../shapes.ts'

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
