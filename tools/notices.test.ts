import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { notices } from './notices.ts'
import { shippedPackages } from './shipped-packages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const kept = readFileSync(join(root, 'THIRD-PARTY-NOTICES'), 'utf8')

interface Locked {
  version: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
}

test('THIRD-PARTY-NOTICES is what "npm run notices" makes', () => {
  expect(kept).toBe(notices(root))
})

test('it names what npm installs in production, each with its version', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const installed = Object.entries(packages).filter(
    ([folder, { dev, optional, devOptional }]) => folder !== '' && !dev && !optional && !devOptional,
  )
  expect(installed.length).toBeGreaterThan(50)
  const lines = new Set(kept.split('\n').map((line) => line.replace(/: .*/, '')))
  const names = installed.map(([folder, { version }]) => `${folder.split('node_modules/').at(-1)} ${version}`)
  expect(names.filter((name) => !lines.has(name))).toEqual([])
})

test('it also names what pages have built in, and nothing that is only for development', () => {
  const names = shippedPackages(root).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['@base-ui/react', '@floating-ui/dom', 'lucide-react', 'tailwindcss']))
  expect(names.filter((name) => /^(vitest|typescript|aws-cdk-lib|playwright|sharp)$/.test(name))).toEqual([])
})

test('no package of production is under a licence that reaches further than itself', () => {
  const reaching = shippedPackages(root).filter(({ license }) => /\b(A?GPL|LGPL|SSPL|BUSL|unknown)/i.test(license))
  expect(reaching).toEqual([])
})
