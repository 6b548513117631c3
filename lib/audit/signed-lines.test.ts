import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { auditKey, presentAuditKey } from './audit-key.ts'
import { sevenEntries } from './log-for-tests.ts'
import { readSignedHeads } from './read-signed-heads.ts'
import { headSigner } from './sign-heads.ts'
import { publicKeyOf, verifyingKey, type SignedHead } from './signed-head.ts'
import { verifyChain } from './verify-chain.ts'

async function directory() {
  const dataDir = await mkdtemp(join(tmpdir(), 'lifeguard-key-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  return dataDir
}

const asLine = (auditHead: SignedHead) => JSON.stringify({ level: 'info', auditHead, msg: 'The end of the audit log' })

test.each(ENGINES)('every so many entries are signed once, and at the ends, on %s', async (engine) => {
  const db = await storeForTest(engine)
  const key = auditKey({ auditKey: null, dataDir: await directory() })
  const noted: SignedHead[] = []
  const signer = headSigner(db, { key, every: 3, note: (head) => void noted.push(head) })
  await signer.now()
  await signer.look()
  expect(noted, 'an empty log has no end').toEqual([])
  await sevenEntries(db)
  await signer.look()
  await signer.look()
  expect(noted.map(({ sequence }) => sequence)).toEqual([3, 6])
  await signer.now()
  await sevenEntries(db)
  await signer.look()
  expect(noted.map(({ sequence }) => sequence)).toEqual([3, 6, 7, 9, 12])

  const file = join(await directory(), 'console.log')
  await writeFile(
    file,
    ['Lifeguard ready', '{"level":"info"}', ...noted.map((one) => `console-1 | ${asLine(one)}`)].join('\n'),
  )
  const { heads, problem } = await readSignedHeads(file, verifyingKey(publicKeyOf(key)))
  expect([problem, heads.size]).toEqual([null, 5])
  expect(await verifyChain(db, undefined, heads)).toEqual({ ok: true, entries: 14, erased: 0 })
})

test('a line that was forged, and two that sign different logs, are named by their number', async () => {
  const key = auditKey({ auditKey: null, dataDir: await directory() })
  const other = auditKey({ auditKey: null, dataDir: await directory() })
  const [db, anew] = [await storeForTest('sqlite'), await storeForTest('sqlite')]
  await sevenEntries(db)
  await sevenEntries(anew)
  const noted: SignedHead[] = []
  for (const one of [db, anew]) await headSigner(one, { key, every: 1, note: (head) => void noted.push(head) }).now()
  const [first, second] = noted
  if (!first || !second) throw new Error('Two ends were signed')
  const read = async (...lines: string[]) => {
    const file = join(await directory(), 'console.log')
    await writeFile(file, lines.join('\n'))
    return { file, ...(await readSignedHeads(file, key)) }
  }
  for (const forged of [
    { ...first, hash: second.hash },
    { ...first, sequence: 8 },
    { ...first, at: `${second.at} ` },
  ]) {
    const { file, problem } = await read('', asLine(forged))
    expect(problem).toBe(`Line 2 of ${file} was not signed by this key.`)
  }
  const { file, problem } = await read(asLine(first), asLine(second))
  expect(problem).toContain(`Line 2 of ${file} signs another row 7 than one before it`)
  const lines = join(await directory(), 'console.log')
  await writeFile(lines, asLine(first))
  expect((await readSignedHeads(lines, other)).problem).toBe(`Line 1 of ${lines} was not signed by this key.`)
})

test('the key is kept for this user alone, unless one is given', async () => {
  const dataDir = await directory()
  expect(presentAuditKey({ auditKey: null, dataDir })).toBeNull()
  const made = publicKeyOf(auditKey({ auditKey: null, dataDir }))
  const file = join(dataDir, 'audit.key')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(publicKeyOf(auditKey({ auditKey: null, dataDir }))).toBe(made)
  const given = (await readFile(file, 'utf8')).trim()
  expect(publicKeyOf(auditKey({ auditKey: given, dataDir: await directory() }))).toBe(made)
})
