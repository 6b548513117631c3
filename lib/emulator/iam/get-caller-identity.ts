import { entityId } from '../state/entity-id.ts'
import { defineStsOperation } from './define-query-operation.ts'
import { input } from './iam-shapes.ts'
import { assumedRole } from './assumed-role.ts'

export const getCallerIdentity = defineStsOperation({
  name: 'GetCallerIdentity',
  signed: true,
  input: input({}, {}),
  differences: ['Whoever signs with keys of the account is its user `emulator`.'],
  run({ world: { store, account }, caller }) {
    const { Arn, id } = caller
      ? assumedRole(store, caller.roleArn, caller.name)
      : { Arn: `arn:aws:iam::${account}:user/emulator`, id: entityId('AIDA', 'emulator') }
    return { Arn, UserId: id, Account: /::(\d{12}):/.exec(Arn)?.[1] }
  },
})
