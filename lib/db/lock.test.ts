import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

test('what is no lock is named and left alone', () => {
  const file = join(newDirectory(), 'lock')
  writeFileSync(file, 'garbage '.repeat(200))
  expect(() => lockDirectory(join(file, '..'))).toThrow(`${file} is no lock of Lifeguard: remove it when no other`)
  expect(readFileSync(file, 'utf8')).toBe('garbage '.repeat(200))
})

test('nobody else reads it', () => {
  const directory = newDirectory()
  writeFileSync(join(directory, 'lock'), '', { mode: 0o644 })
  lockDirectory(directory)?.()
  expect(statSync(join(directory, 'lock')).mode & 0o777).toBe(0o600)
})
