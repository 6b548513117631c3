import { findIdentity, toIdentityDescription } from '../state/identities.ts'
import { identityId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const describeIdentity = defineOperation({
  name: 'DescribeIdentity',
  signed: true,
  input: { type: 'structure', required: { IdentityId: identityId }, optional: {} },
  differences: ["An unknown identity is a ResourceNotFoundException `Identity '…' not found.`; the text is inferred."],
  run: ({ world, region }, input) => toIdentityDescription(findIdentity(world.store, region, input.IdentityId)),
})
