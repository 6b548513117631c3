import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { effectOf } from '../aws/calls.ts'
import { unsignedOperations } from '../aws/iam-action.ts'
import { neededActions, neededPolicy, uses } from './needed-policy.ts'
import { policyFormats } from './policy-formats.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const NOT_GOVERNED = [...unsignedOperations, 'GetCallerIdentity']

/** What the product sends anywhere. */
const sent = new Set(
  globSync('lib/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|for-tests\.ts$|^lib\/emulator\//.test(file))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name),
    ),
)
const actionsOf = (use: (typeof uses)[number], readsIam = true) =>
  neededPolicy(use, readsIam).Statement.flatMap(({ Action }) => Action)

describe('the policy that a connection needs', () => {
  it('has every operation that is sent, by name, and no other', () => {
    const governed = [...sent].filter((name) => !NOT_GOVERNED.includes(name))
    const names = actionsOf('administer').filter((action) => action !== 'iam:PassRole')
    expect(names.map((action) => action.replace(/^.*:/, '')).toSorted()).toEqual(governed.toSorted())
    expect(names.filter((action) => action.includes('*'))).toEqual([])
  })

  it('lets whoever looks change nothing', () => {
    expect(neededActions('look').filter((action) => effectOf(action.replace(/^.*:/, '')) === 'write')).toEqual([])
    expect(actionsOf('look')).not.toContain('iam:PassRole')
    expect(actionsOf('look')).not.toContain('cognito-idp:ListUserPools')
    expect(actionsOf('support')).not.toContain('cognito-identity:DeleteIdentityPool')
  })

  it('reads nothing of IAM where IAM is not read', () => {
    expect(actionsOf('support', false).filter((action) => /^(?:iam|cognito-idp):/.test(action))).toEqual([])
  })

  it.each(uses)('is within what IAM takes for %s', (use) => {
    expect(JSON.stringify(neededPolicy(use, true)).length).toBeLessThan(6144)
  })

  it('is the same document in every format', () => {
    const needed = { use: 'support', readsIam: true } as const
    const [json = '', cli = '', terraform = ''] = policyFormats.map(({ code }) => code(needed))
    const words = execFileSync('sh', ['-c', `printf '%s\\0' ${cli.replace(/^aws /, '')}`], { encoding: 'utf8' })
    expect(JSON.parse(words.split('\0').at(-2) ?? '')).toEqual(JSON.parse(json))
    expect(JSON.parse(/jsonencode\((.*)\)\n\}/s.exec(terraform)?.[1] ?? '')).toEqual(JSON.parse(json))
  })
})
