import { describe, expect, it } from 'vitest'
import { readPools } from './read-pools.ts'
import { readTexts } from './read-texts.ts'

const ID = 'eu-west-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'

const problemOf = async (text: string): Promise<string> => {
  const read = await readPools(text)
  return read.ok ? `${read.pools.length} pools` : read.problem
}

describe('a text that is no description is told what to paste instead', () => {
  it.each([
    [
      'a program of Pulumi',
      'import * as aws from "@pulumi/aws"\nnew aws.cognito.IdentityPool("a", {})',
      'This is a program of Pulumi',
    ],
    [
      'what a stack of Pulumi exports',
      '{ "version": 3, "deployment": { "manifest": {}, "resources": [] } }',
      'This is a program of Pulumi',
    ],
    [
      'a program of Serverless',
      "import type { AWS } from '@serverless/typescript'\nconst a: AWS = { service: 'a' }",
      'Run serverless package',
    ],
    [
      'a program of the CDK for Terraform',
      'from constructs import Construct\nfrom cdktf import App\nApp()',
      'Run cdktf synth',
    ],
    [
      'a construct of the second level',
      "// pools\nimport {\n  IdentityPool,\n} from 'aws-cdk-lib/aws-cognito-identitypool'\nnew IdentityPool(this, 'a', {})",
      'Run cdk synth',
    ],
    ['a backend of Amplify', "import { defineAuth } from '@aws-amplify/backend'\n", 'amplify_outputs.json'],
    [
      'a program of boto3',
      '"""Makes a pool."""\nimport boto3\nboto3.client("cognito-identity").create_identity_pool()',
      'This is a program, which is not read',
    ],
    [
      'a script of the shell',
      '#!/bin/sh\n# makes it\nset -e\nprintf "a\\\n"\n',
      'This is a program, which is not read',
    ],
    ['a program of Go', 'package main\nfunc main() {}', 'This is a program, which is not read'],
    ['a playbook', '- hosts: all\n  tasks:\n    - name: a\n', 'This is a playbook of Ansible'],
    ['Jsonnet', '{\n  pool(name):: { identity_pool_name: name },\n}', 'Run jsonnet'],
    [
      'the tree of a CDK program',
      '{ "tree": { "aws:cdk:cloudformation:type": "AWS::Cognito::IdentityPool" } }',
      'cdk.out',
    ],
    [
      'the configuration of an app',
      `const config = {\n  "aws_cognito_identity_pool_id": "${ID}",\n}\nexport default config`,
      `--identity-pool-id ${ID}`,
    ],
    [
      'the outputs of Amplify',
      `{ "auth": { "identity_pool_id": "${ID}" }, "version": "1" }`,
      `--identity-pool-id ${ID}`,
    ],
    [
      'parameters of Amplify alone',
      '{ "identityPoolName": "a", "thirdPartyAuth": false }',
      'These are values of parameters',
    ],
    [
      'roles of Terraform alone',
      'resource "aws_cognito_identity_pool_roles_attachment" "a" {\n  identity_pool_id = var.id\n}',
      'It has roles or principal tags of a pool that stands elsewhere.',
    ],
    [
      'principal tags of a template alone',
      '{ "Resources": { "A": { "Type": "AWS::Cognito::IdentityPoolPrincipalTag" } } }',
      'It has roles or principal tags of a pool that stands elsewhere.',
    ],
    [
      'a data source of Terraform',
      'data "aws_cognito_identity_pool" "a" {\n  identity_pool_name = "a"\n}',
      'It looks up a pool that stands elsewhere.',
    ],
    [
      'a state of an old Terraform',
      '{ "version": 3, "terraform_version": "0.11.14", "modules": [] }',
      'This is a state of Terraform before 0.12',
    ],
    ['a module of Terraform', 'module "a" {\n  source = "./a"\n}', 'A module is not followed.'],
    [
      'a nested stack',
      '{ "Resources": { "A": { "Type": "AWS::CloudFormation::Stack" } } }',
      'A nested stack is not followed.',
    ],
    [
      'a file of Serverless with its resources elsewhere',
      'service: a\nprovider: { name: aws }\nresources: ${file(pools.yml)}',
      'takes its resources from other files',
    ],
  ])('%s', async (_, text, sentence) => {
    expect(await problemOf(text)).toContain(sentence)
  })

  it('keeps the line of what is wrong in Terraform that only imports', async () => {
    expect(await problemOf('import {\n  to = aws_cognito_identity_pool.a\n  id = "x\n}')).toMatch(/^Line 3: /)
  })
})

describe('well-formed JSON', () => {
  it('is never Jsonnet, whatever its texts say', async () => {
    expect(await problemOf('{ "a": "std.join(1)", "b": { "c:: ": [1] } }')).toMatch(/^This is neither/)
  })
})

describe('cli-inputs.json', () => {
  it('answers the parameters of its template', async () => {
    const template =
      '{ "Parameters": { "guests": { "Type": "String" } }, "Resources": { "A": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": { "Ref": "guests" } } } } }'
    const read = await readTexts([
      { name: 'template.json', text: template },
      {
        name: 'cli-inputs.json',
        text: '{ "version": "1", "cognitoConfig": { "guests": true, "hosts": ["a"], "no": {} } }',
      },
    ])
    expect(read).toMatchObject({ ok: true, said: { guests: true, hosts: ['a'] } })
    expect(read.said).not.toHaveProperty('no')
  })
})

describe('roles in another file than their pool', () => {
  it('are named where they are left out, and taken where the files are one configuration', async () => {
    const template = (resource: string) => `{ "Resources": { "A": { "Type": "AWS::Cognito::${resource}" } } }`
    const apart = await readTexts([
      { name: 'pool.json', text: template('IdentityPool') },
      { name: 'roles.json', text: template('IdentityPoolRoleAttachment') },
    ])
    expect(apart.ok && apart.pools.map(({ notes }) => notes)).toEqual([
      ['roles.json has roles or principal tags of a pool that is not in it, so they were left out.'],
    ])
    const one = await readTexts([
      { name: 'pool.tf', text: 'resource "aws_cognito_identity_pool" "a" {\n  identity_pool_name = "a"\n}' },
      {
        name: 'roles.tf',
        text: 'resource "aws_cognito_identity_pool_roles_attachment" "a" {\n  identity_pool_id = aws_cognito_identity_pool.a.id\n  roles = {}\n}',
      },
    ])
    expect(one.ok && one.pools.map(({ roles, notes }) => [roles?.place, notes])).toEqual([['roles', []]])
  })
})

describe('a document that is no list of parameters', () => {
  it('answers nothing', async () => {
    const read = await readTexts([
      { name: 'main.tf', text: 'resource "aws_cognito_identity_pool" "a" {\n  identity_pool_name = var.name\n}' },
      { name: 'about.yaml', text: 'name: library\nauthors:\n  - name: somebody\n' },
    ])
    expect(read).toMatchObject({ ok: true, said: {} })
  })
})
