import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { judgeTrust } from '../iam-roles/judge-trust.ts'
import { trustFormats } from './trust-code.ts'

const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const role = { poolId, users: 'authenticated', tags: true, roleArn: 'arn:aws:iam::123456789012:role/app/User' } as const
const code = (id: string, changes: object = {}) =>
  trustFormats.find((format) => format.id === id)?.code({ ...role, ...changes }) ?? ''
const judged = (document: string) => judgeTrust(document, { ...role, providers: null })

describe('a right trust policy to copy', () => {
  it('is JSON as IAM takes it', () => {
    expect(judged(code('json'))).toEqual([])
  })

  it('is a command that a shell hands on as it is', () => {
    const words = execFileSync('sh', ['-c', `printf '%s\\0' ${code('cli').replace(/^aws /, '')}`], { encoding: 'utf8' })
    const [service, operation, , name, , document = ''] = words.split('\0')
    expect([service, operation, name]).toEqual(['iam', 'update-assume-role-policy', 'User'])
    expect(judged(document)).toEqual([])
  })

  it('makes a role where there is none', () => {
    expect(code('cli', { roleArn: null })).toContain('aws iam create-role')
    expect(code('cli', { roleArn: null, users: 'unauthenticated' })).toContain('--role-name CognitoGuests')
  })

  it('is Terraform', () => {
    expect(code('terraform')).toBe(`data "aws_iam_policy_document" "trust" {
  statement {
    actions = [
      "sts:AssumeRoleWithWebIdentity",
      "sts:TagSession",
    ]

    principals {
      type        = "Federated"
      identifiers = ["cognito-identity.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "cognito-identity.amazonaws.com:aud"
      values   = ["${poolId}"]
    }

    condition {
      test     = "ForAnyValue:StringLike"
      variable = "cognito-identity.amazonaws.com:amr"
      values   = ["authenticated"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "User"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`)
  })
})
