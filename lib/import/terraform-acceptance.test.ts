import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  ListIdentityPoolsCommand,
} from '@aws-sdk/client-cognito-identity'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { alignFacts } from '../facts/facts.ts'
import { snapshotFacts, type Snapshot } from '../code/snapshot.ts'
import { GOOGLE, GOOGLE_CLIENT, role, serveForTest } from '../emulator/serve-for-tests.ts'
import { terraformIn } from '../emulator/server/terraform-for-tests.ts'
import { toPool } from '../pools/to-pool.ts'
import { toRoles } from '../roles/to-service-roles.ts'
import { untoldRows } from './compare/compare-told.ts'
import { completedPool } from './described/completed-pool.ts'
import { readTexts, type NamedText } from './read-texts.ts'
import { answersFor } from './said/answers-for.ts'
import type { Answers } from './told/told.ts'

const served = await serveForTest()
const folder = mkdtempSync(join(tmpdir(), 'import-terraform-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await served.close()
})
const aws = new CognitoIdentityClient(served.config())

const LOGIN = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Harbour01'
const MAIN = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "AKIDEXAMPLE"
  secret_key                  = "secret-example"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  default_tags {
    tags = { owner = "port" }
  }
  endpoints {
    cognitoidentity = "${served.url}"
  }
}
variable "stage" {}
variable "saml" {
  default = ["arn:aws:iam::123456789012:saml-provider/Port"]
}
locals {
  name  = "harbour-\${var.stage}"
  login = "${LOGIN}"
  tags  = { team = "boats", stage = upper(var.stage), berth = 4711 }
}
# Stands for a client whose id is known only when it was made.
resource "terraform_data" "client" {
  input = "harbourweb"
}
`
const POOL = `
resource "aws_cognito_identity_pool" "main" {
  identity_pool_name        = local.name
  supported_login_providers = { "${GOOGLE}" = "${GOOGLE_CLIENT}" }
  saml_provider_arns        = var.saml
  tags                      = merge(local.tags, { kind = "pool" })
  dynamic "cognito_identity_providers" {
    for_each = [local.login]
    content {
      provider_name = cognito_identity_providers.value
      client_id     = terraform_data.client.output
    }
  }
}
resource "aws_cognito_identity_pool_roles_attachment" "main" {
  identity_pool_id = aws_cognito_identity_pool.main.id
  roles            = { authenticated = "${role('User')}" }
  role_mapping {
    identity_provider         = "\${local.login}:\${terraform_data.client.output}"
    type                      = "Token"
    ambiguous_role_resolution = "Deny"
  }
}
`
const files: NamedText[] = [
  { name: 'main.tf', text: MAIN },
  { name: 'pool.tf', text: POOL },
  { name: 'terraform.tfvars', text: 'stage = "prod"\n' },
]

for (const { name, text } of files) writeFileSync(join(folder, name), text)
const terraform = terraformIn(folder)

async function made(): Promise<Snapshot> {
  const { IdentityPools = [] } = await aws.send(new ListIdentityPoolsCommand({ MaxResults: 60 }))
  const IdentityPoolId = IdentityPools[0]?.IdentityPoolId ?? ''
  const pool = await aws.send(new DescribeIdentityPoolCommand({ IdentityPoolId }))
  const { Roles = {}, RoleMappings = {} } = await aws.send(new GetIdentityPoolRolesCommand({ IdentityPoolId }))
  return { pool: toPool(pool), roles: toRoles({ Roles, RoleMappings }), principalTags: [] }
}

/** What differs between a text, with answers put in, and a pool; and what of it is still left out. */
async function compared(texts: NamedText[], present: Snapshot, answers: Answers) {
  const read = await readTexts(texts)
  if (!read.ok) throw new Error(read.problem)
  const [described, ...more] = read.pools
  if (!described || more.length > 0) throw new Error('There is not one pool')
  const ids = completedPool(described).questions.map(({ id }) => id)
  const { snapshot, gaps, notes } = completedPool(described, { answers: { ...answersFor(ids, read.said), ...answers } })
  const [left, right] = [snapshotFacts(snapshot), snapshotFacts(present)]
  const untold = untoldRows(left, right, gaps)
  const differences = alignFacts(left, right).filter((row) => row.before !== row.after && !untold.has(row.key))
  return { differences, notes }
}

test('the folder asks for what only Terraform knows, and for what has a default', async () => {
  const read = await readTexts(files)
  if (!read.ok) throw new Error(read.problem)
  expect(read.pools.map((pool) => completedPool(pool).questions.map(({ id }) => id))).toEqual([
    ['var.stage', 'terraform_data.client.output', 'var.saml'],
  ])
})

describe.each(terraform === null ? [] : [['Terraform', terraform] as const])('%s', (_, run) => {
  const nothing = { differences: [], notes: [] }

  test('makes the pool that its text, its plan and its state describe', { timeout: 300_000 }, async () => {
    await run('plan', '-input=false', '-out=tfplan')
    const plan = await run('show', '-json', 'tfplan')
    await run('apply', '-input=false', 'tfplan')
    const present = await made()
    expect(present.pool).toMatchObject({ name: 'harbour-prod', tags: { owner: 'port', stage: 'PROD', berth: '4711' } })

    expect(await compared(files, present, { 'terraform_data.client.output': 'harbourweb' })).toEqual(nothing)
    const unanswered = await compared(files, present, {})
    expect(unanswered.differences).toEqual([])
    expect(unanswered.notes).toHaveLength(2)

    const inPlan = await compared([{ name: 'plan.json', text: plan }], present, {
      'aws_cognito_identity_pool.main.cognito_identity_providers[0].client_id': 'harbourweb',
      'aws_cognito_identity_pool_roles_attachment.main.role_mapping[0].identity_provider': `${LOGIN}:harbourweb`,
      'aws_cognito_identity_pool.main.cognito_identity_providers': `[{"client_id":"harbourweb","provider_name":"${LOGIN}"}]`,
    })
    expect(inPlan).toEqual(nothing)

    const shown = await run('show', '-json')
    expect(await compared([{ name: 'state.json', text: shown }], present, {})).toEqual(nothing)
    const file = readFileSync(join(folder, 'terraform.tfstate'), 'utf8')
    expect(await compared([{ name: 'terraform.tfstate', text: file }], present, {})).toEqual(nothing)
    const words = await run('show', '-no-color')
    expect(await compared([{ name: 'show.tf', text: words }], present, {})).toEqual(nothing)
  })
})
