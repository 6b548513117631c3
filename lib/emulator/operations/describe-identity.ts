import { describeIdentity as describe, findIdentity } from '../identities.ts'
import { defineOperation } from '../operation.ts'
import { identityId } from '../shapes.ts'

export const describeIdentity = defineOperation({
  name: 'DescribeIdentity',
  signed: true,
  input: { type: 'structure', required: { IdentityId: identityId }, optional: {} },
  differences: ["An unknown identity is a ResourceNotFoundException `Identity '…' not found.`; the text is inferred."],
  run: ({ world, region }, input) => describe(findIdentity(world.store, region, input.IdentityId)),
})
