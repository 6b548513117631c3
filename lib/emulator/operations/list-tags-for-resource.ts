import { poolOfArn } from '../rules/pool-of-arn.ts'
import { arn } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const listTagsForResource = defineOperation({
  name: 'ListTagsForResource',
  signed: true,
  input: { type: 'structure', required: { ResourceArn: arn }, optional: {} },
  differences: ['An ARN without an account id is taken for the emulator’s own account.'],
  run: (call, input) => ({ Tags: poolOfArn(call, input.ResourceArn).tags }),
})
