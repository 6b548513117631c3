import { z } from 'zod'
import type { HclBody } from '../hcl/parse-hcl.ts'
import { userPoolName } from '../../login-providers/user-pool-name.ts'
import { toPlain, type Answers, type Plain } from '../told/told.ts'

const scalar = z.union([z.string(), z.number().transform(String), z.boolean()])
const pairs = z.array(z.object({ ParameterKey: z.string(), ParameterValue: scalar }))
const outputs = z.array(z.object({ OutputKey: z.string(), OutputValue: scalar }))
const stacks = z.object({
  Stacks: z.array(
    z.object({
      StackId: z.string().optional(),
      StackName: z.string().optional(),
      Parameters: pairs.default([]),
      Outputs: outputs.default([]),
    }),
  ),
})
const resources = z.object({
  StackResources: z.array(
    z.object({
      LogicalResourceId: z.string(),
      PhysicalResourceId: z.string().optional(),
      ResourceType: z.string().optional(),
    }),
  ),
})
const amplify = z.object({
  providers: z.object({ awscloudformation: z.record(z.string(), z.unknown()) }),
  auth: z.record(z.string(), z.object({ output: z.record(z.string(), z.unknown()).optional() })).default({}),
})
const inputs = z.object({ cognitoConfig: z.record(z.string(), z.unknown()) })
const teams = z.record(z.string(), z.object({ awscloudformation: z.record(z.string(), z.unknown()) }))
const parameters = z.object({ Parameters: z.record(z.string(), scalar) }).strict()

/**
 * What a JSON document says of things that other texts ask for: parameters of CloudFormation in each of their forms, what
 * describe-stacks and describe-stack-resources answer, Amplify's `amplify-meta.json`,
 * `team-provider-info.json` and `cli-inputs.json`. Null for anything else.
 */
export function saidIn(document: unknown): Answers | null {
  const list = pairs.min(1).safeParse(document)
  if (list.success) return byKey(list.data)
  const stack = stacks.safeParse(document)
  if (stack.success) return Object.assign({}, ...stack.data.Stacks.map(saidByStack)) as Answers
  const parts = resources.safeParse(document)
  if (parts.success)
    return Object.fromEntries(
      parts.data.StackResources.flatMap(({ LogicalResourceId: name, PhysicalResourceId: id, ResourceType: type }) =>
        id === undefined ? [] : saidByResource(name, id, type),
      ),
    )
  const meta = amplify.safeParse(document)
  if (meta.success) return saidByAmplify(meta.data)
  const team = teams.safeParse(document)
  if (team.success && Object.keys(team.data).length > 0) return saidByTeam(team.data)
  const chosen = inputs.safeParse(document)
  if (chosen.success) return saidByInputs(chosen.data.cognitoConfig)
  const named = parameters.safeParse(document)
  return named.success ? named.data.Parameters : null
}

const byKey = (all: z.infer<typeof pairs>): Answers =>
  Object.fromEntries(all.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]))

type Stack = z.infer<typeof stacks>['Stacks'][number]

function saidByStack({ StackId: id = '', StackName: name, Parameters, Outputs }: Stack): Answers {
  const [, partition, region, account] = /^arn:([\w-]+):cloudformation:([\w-]+):(\d{12}):/.exec(id) ?? []
  return {
    ...Object.fromEntries(Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    ...byKey(Parameters),
    ...(name !== undefined && { 'AWS::StackName': name }),
    ...(id !== '' && { 'AWS::StackId': id }),
    ...(partition !== undefined && { 'AWS::Partition': partition }),
    ...(region !== undefined && { 'AWS::Region': region }),
    ...(account !== undefined && { 'AWS::AccountId': account }),
  }
}

/** What `Ref` gives for a resource, and a user pool's name as a provider. */
function saidByResource(name: string, id: string, type: string | undefined): [string, Plain][] {
  const userPool = type === 'AWS::Cognito::UserPool' ? userPoolName(id) : null
  return userPool?.ok
    ? [
        [name, id],
        [`${name}.ProviderName`, userPool.name],
      ]
    : [[name, id]]
}

/** Of several environments the file does not tell which is meant. */
function saidByTeam(team: z.infer<typeof teams>): Answers {
  const [[env, cloud] = ['', null], ...others] = Object.entries(team)
  return cloud === null || others.length > 0 ? {} : { ...saidByAmplify({ providers: cloud, auth: {} }), env }
}

/** Amplify makes parameters of the same names out of what was chosen. */
const saidByInputs = (config: Record<string, unknown>): Answers =>
  Object.fromEntries(
    Object.entries(config).flatMap(([name, value]) => {
      const plain = z.union([scalar, z.array(scalar)]).safeParse(value)
      return plain.success ? [[name, plain.data] as const] : []
    }),
  )

/** The resources of Amplify's template that its outputs are of. */
const ofOutput: Readonly<Record<string, string>> = {
  UserPoolId: 'UserPool',
  AppClientID: 'UserPoolClient',
  AppClientIDWeb: 'UserPoolClientWeb',
}

function saidByAmplify({ providers, auth }: z.infer<typeof amplify>): Answers {
  const said: Record<string, Plain> = {}
  const take = (id: string, value: unknown) => {
    const parsed = scalar.safeParse(value)
    if (parsed.success) said[id] = parsed.data
  }
  for (const { output = {} } of Object.values(auth))
    for (const [name, value] of Object.entries(output)) {
      take(name, value)
      if (ofOutput[name] !== undefined) take(ofOutput[name], value)
    }
  const { awscloudformation: cloud } = providers
  for (const [name, value] of Object.entries(cloud)) take(name, value)
  take('AWS::Region', cloud['Region'])
  take('AWS::StackName', cloud['StackName'])
  take('env', /^amplify-.+-([a-z]{2,10})-\d+$/.exec(String(cloud['StackName']))?.[1])
  const account = /^arn:[\w-]+:iam::(\d{12}):/.exec(String(cloud['AuthRoleArn']))?.[1]
  if (account !== undefined) said['AWS::AccountId'] = account
  return said
}

/** What arguments outside of all blocks say of variables, as in `*.tfvars`. */
export const saidByVariables = ({ attributes }: HclBody): Answers =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, told]) => {
      const value = toPlain(told)
      return value === undefined || value === null ? [] : [[`var.${name}`, value] as const]
    }),
  )
