import { isWriteOrMore } from './access-level.ts'
import { EVERY_SERVICE, type ReachedAction } from './reach-of-role.ts'

/** What every guest's app sends of its own use; nobody else is touched by it. */
const TELEMETRY = new Set(
  ['rum:PutRumEvents', 'mobileanalytics:PutEvents', 'mobiletargeting:PutEvents', 'mobiletargeting:UpdateEndpoint'].map(
    (action) => action.toLowerCase(),
  ),
)

/** Reads that hand out secrets. */
const SECRETS = [
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'ssm:GetParameterHistory',
  'kms:Decrypt',
].map((action) => action.toLowerCase())

const MANAGING = /^(?:iam|sts|organizations|sso|sso-directory|identitystore|account):/i

/** Whether an action is one that no stranger should have: permissions, IAM, STS, secrets, or everything. */
export const isPower = ({ action, level }: ReachedAction): boolean =>
  action === EVERY_SERVICE ||
  level === 'permissions' ||
  (MANAGING.test(action) && !/:GetCallerIdentity$/i.test(action)) ||
  SECRETS.includes(action.toLowerCase())

/** Whether an action changes what is not the guest's own. */
export const isForeignWrite = ({ action, level, width }: ReachedAction): boolean =>
  isWriteOrMore(level) && width !== 'own' && !TELEMETRY.has(action.toLowerCase())

/** Actions with which a role gets more than it was given; those of one way all at once. */
const WAYS_UP: readonly (readonly string[])[] = [
  ['cognito-identity:SetIdentityPoolRoles', 'iam:PassRole'],
  ['cognito-identity:GetOpenIdTokenForDeveloperIdentity'],
  ['cognito-identity:MergeDeveloperIdentities'],
  ...['CreateFunction', 'CreateFunctionUrlConfig'].map((name) => [`lambda:${name}`, 'iam:PassRole']),
  ...[
    'ec2:RunInstances',
    'ecs:RunTask',
    'cloudformation:CreateStack',
    'glue:CreateDevEndpoint',
    'glue:CreateJob',
    'sagemaker:CreateNotebookInstance',
    'datapipeline:CreatePipeline',
    'states:CreateStateMachine',
    'codebuild:CreateProject',
    'ssm:StartAutomationExecution',
    'scheduler:CreateSchedule',
  ].map((action) => [action, 'iam:PassRole']),
  ...[
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
    'ssm:SendCommand',
    'ssm:StartSession',
    'cloudformation:UpdateStack',
    'glue:UpdateDevEndpoint',
    'codebuild:UpdateProject',
    'codebuild:StartBuild',
    'ec2-instance-connect:SendSSHPublicKey',
    'cognito-idp:AdminSetUserPassword',
    'cognito-idp:AdminAddUserToGroup',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:AttachRolePolicy',
    'iam:AttachUserPolicy',
    'iam:AttachGroupPolicy',
    'iam:PutRolePolicy',
    'iam:PutUserPolicy',
    'iam:PutGroupPolicy',
    'iam:AddUserToGroup',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:DeleteRolePermissionsBoundary',
    'sts:AssumeRole',
  ].map((action) => [action]),
]

/** The ways up among actions that a role reaches, each as the actions that it takes. */
export function waysUp(actions: readonly ReachedAction[]): string[][] {
  if (actions.some(({ action }) => action === EVERY_SERVICE)) return [['*']]
  const reached = new Map(actions.map((one) => [one.action.toLowerCase(), one]))
  return WAYS_UP.filter((way) => way.every((action) => reached.has(action.toLowerCase()))).map((way) => [...way])
}
