import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hclString } from './hcl.ts'
import { awkwardPool, barePool } from './pools-for-tests.ts'
import { has } from './shell-for-tests.ts'
import { toTerraform } from './to-terraform.ts'

describe('a text in HCL', () => {
  it.each([
    ['${a} %{b} $c', '"$${a} %%{b} $c"'],
    ['"\\', '"\\"\\\\"'],
    ['\\b\b\f\n', '"\\\\b\\u0008\\u000c\\n"'],
    ['a\u202eb', '"a\\u202eb"'],
  ])('%j is %s', (text, expected) => {
    expect(hclString(text)).toBe(expected)
  })
})

describe('the Terraform of a pool', () => {
  it('imports the pool under its own id and takes the secret from a variable', () => {
    const code = toTerraform(awkwardPool)
    expect(code).toContain(`id = "${awkwardPool.pool.poolId}"`)
    expect(code).toContain('"consumerKey;${var.twitter_consumer_secret}"')
    expect(code).not.toContain('•')
  })
})

const terraform = (words: string[], input: string) =>
  spawnSync('env', ['TF_CLI_CONFIG_FILE=/dev/null', 'CHECKPOINT_DISABLE=1', 'terraform', ...words], {
    input,
    encoding: 'utf8',
  })

const withTerraform = has('terraform', 'version') ? [awkwardPool, barePool] : []

describe.each(withTerraform)('Terraform itself, given the pool $pool.name,', (pool) => {
  it('finds nothing to format', () => {
    const code = toTerraform(pool)
    const { status, stdout } = terraform(['fmt', '-'], code)
    expect({ status, stdout }).toEqual({ status: 0, stdout: code })
  })

  it('reads every text as it was, composed as Terraform composes all texts', () => {
    const texts = [pool.pool.name, ...Object.entries(pool.pool.tags).flat()]
    const { stdout } = terraform(['console'], `jsonencode([${texts.map(hclString).join(', ')}])`)
    expect(JSON.parse(JSON.parse(stdout) as string)).toEqual(texts.map((text) => text.normalize('NFC')))
  })
})
