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
