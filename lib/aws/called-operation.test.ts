import { ListIdentitiesCommand } from '@aws-sdk/client-cognito-identity'
import { GetRolePolicyCommand } from '@aws-sdk/client-iam'
import { expect, it } from 'vitest'
import { calledOperation } from './called-operation.ts'

class K extends ListIdentitiesCommand {}
class V extends GetRolePolicyCommand {}

it.each([
  [new K({ IdentityPoolId: 'us-east-1:0', MaxResults: 1 }), 'ListIdentities'],
  [new V({ RoleName: 'a', PolicyName: 'b' }), 'GetRolePolicy'],
])('a command tells its operation, whatever a build calls its class', (command, operation) => {
  expect(calledOperation(command)).toBe(operation)
})
