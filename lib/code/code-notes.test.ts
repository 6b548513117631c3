import { expect, it } from 'vitest'
import { codeFormats, codeNotes } from './code-formats.ts'
import { barePool } from './pools-for-tests.ts'
import { toTerraform } from './to-terraform.ts'

const referring = { ...barePool, pool: { ...barePool.pool, tags: { team: 'x{{resolve:ssm:/harbour}}' } } }

it('a text that CloudFormation would replace is told, where CloudFormation makes the pool', () => {
  const told = codeFormats.flatMap((format) =>
    codeNotes(format, referring).some((note) => note.includes('the text {{resolve:ssm:/harbour}}')) ? [format.id] : [],
  )
  expect(told).toEqual(['cloudformation', 'cloudformation-yaml', 'cdk'])
  expect(codeFormats.flatMap((format) => codeNotes(format, barePool)).join()).not.toContain('resolve:')
})

it('a Region cannot end its comment', () => {
  const pool = { ...barePool.pool, region: 'x\nresource "a" "b" {}\u2028' }
  const [first = ''] = toTerraform({ ...barePool, pool }).split('\n')
  expect(first).toBe(String.raw`# Region: x\nresource \"a\" \"b\" {}\u2028`)
})

const notesOf = (id: string, changes: Partial<typeof barePool>) => {
  const format = codeFormats.find((one) => one.id === id)
  return format ? codeNotes(format, { ...barePool, ...changes }).join('\n') : ''
}

it('Terraform’s own limits are told, and that it takes an open basic flow for a closed one', () => {
  const pool = (changes: Partial<typeof barePool.pool>) => ({ pool: { ...barePool.pool, ...changes } })
  const rules = (value: string) => ({
    roles: {
      ...barePool.roles,
      mappings: [
        {
          provider: 'accounts.google.com',
          type: 'Rules' as const,
          ambiguous: 'Deny' as const,
          rules: [{ claim: 'a', match: 'Equals' as const, value, roleArn: 'arn:aws:iam::123456789012:role/a' }],
        },
      ],
    },
  })
  expect(notesOf('terraform', pool({ developerProviderName: 'a'.repeat(101) }))).toContain('more than 100 characters')
  expect(notesOf('terraform', pool({ developerProviderName: 'a'.repeat(100) }))).not.toContain('more than 100')
  expect(notesOf('terraform', rules('ü'.repeat(65)))).toContain('at most 128 bytes')
  expect(notesOf('terraform', rules('ü'.repeat(64)))).not.toContain('128 bytes')
  expect(notesOf('terraform', pool({ loginProviders: { 'api.twitter.com': 'key;••••••••' } }))).toContain(
    'The first plan after the import says that the pool is changed',
  )
  expect(notesOf('terraform', pool({ classicFlow: 'unset' }))).toContain('Applying does not turn it off')
  expect(notesOf('terraform', pool({ classicFlow: 'off' }))).not.toContain('does not turn it off')
})

it('a user pool without an app client is written without one', () => {
  const userPools = [
    { providerName: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_A', clientId: '', serverSideTokenCheck: false },
  ]
  const snapshot = { ...barePool, pool: { ...barePool.pool, userPools } }
  const code = codeFormats.flatMap((format) => format.parts(snapshot).map((part) => part.code))
  expect(code.filter((text) => text.includes('us-east-1_A'))).toHaveLength(code.length)
  expect(code.filter((text) => /client_?id/i.test(text))).toEqual([])
})

it('a provider that looks like an address is no file to the AWS CLI', () => {
  const principalTags = [{ provider: 'https://id.example', useDefaults: true, tags: {}, fingerprint: 'f' }]
  const [create] = codeFormats[0]?.parts({ ...barePool, principalTags }) ?? []
  expect(create?.code).toContain('--cli-input-json')
  expect(create?.code).not.toContain('--identity-provider-name')
})
