'use server'

import { defineAction } from './define-action.ts'
import { operationState } from './once.ts'
import { describeOperationInput } from './schema.ts'

/** What became of a write of the actor whose answer was lost on the way; one that never arrived does not run later. */
export const describeOperation = defineAction({
  name: 'DescribeOperation',
  effect: 'read',
  permission: 'connections:read',
  input: describeOperationInput,
  run: ({ actor }, { operationId }) => operationState(actor, operationId),
})
