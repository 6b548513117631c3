import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockDirectory } from './lock.ts'

const OTHER = `import { lockDirectory } from '#lib/db/lock.ts'; console.log(lockDirectory(process.argv[1]) === null)`

function newDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'lifeguard-lock-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return directory
}

const isRefusedElsewhere = (directory: string) =>
  execFileSync(process.execPath, ['--conditions=react-server', '--input-type=module', '-e', OTHER, directory], {
    encoding: 'utf8',
  }).trim()

test('a directory is locked for other processes until it is released', () => {
  const directory = newDirectory()
  const release = lockDirectory(directory)
  expect(release).toBeTypeOf('function')
  expect(isRefusedElsewhere(directory)).toBe('true')
  release?.()
  expect(isRefusedElsewhere(directory)).toBe('false')
})

test('a lock ends with its process', () => {
  const directory = newDirectory()
  expect(isRefusedElsewhere(directory)).toBe('false')
  const release = lockDirectory(directory)
  expect(release).toBeTypeOf('function')
  release?.()
})
