import { checkTags } from '../rules/pool-description.ts'
import { poolOfArn } from '../rules/pool-of-arn.ts'
import { savePool } from '../state/pools.ts'
import { arn, tags } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const tagResource = defineOperation({
  name: 'TagResource',
  signed: true,
  input: { type: 'structure', required: { ResourceArn: arn, Tags: tags }, optional: {} },
  differences: [
    'More than 50 tags, or a key that begins with `aws:`, is an InvalidParameterException whose text is our own.',
  ],
  run(call, input) {
    return call.world.store.transaction(() => {
      const pool = poolOfArn(call, input.ResourceArn)
      const all = { ...pool.tags, ...input.Tags }
      checkTags(all)
      savePool(call.world.store, { ...pool, tags: all })
      return {}
    })
  },
})
