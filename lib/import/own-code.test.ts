import { assert, asyncProperty } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFormats } from '../code/code-formats.ts'
import { awkwardPool, barePool } from '../code/pools-for-tests.ts'
import { snapshotFacts, type PoolSnapshot } from '../code/snapshot.ts'
import { alignFacts } from '../facts/facts.ts'
import { changedPools } from './changed-pools-for-tests.ts'
import { untoldRows } from './compare/compare-told.ts'
import { toApply } from './compare/to-apply.ts'
import { only } from './only-pool-for-tests.ts'

const ways = codeFormats.flatMap(({ label, parts }) =>
  parts(awkwardPool).map(({ title }, index) => ({
    name: `${label}: ${title}`,
    write: (snapshot: PoolSnapshot) => parts(snapshot)[index]?.code ?? '',
  })),
)

async function comparison(code: string, present: PoolSnapshot) {
  const read = await only(code)
  const [left, right] = [snapshotFacts(read.snapshot), snapshotFacts(present)]
  const untold = untoldRows(left, right, read.gaps)
  const rows = alignFacts(left, right).filter(({ key, before, after }) => before !== after && !untold.has(key))
  return { read, rows }
}

describe('the code that Lifeguard writes', () => {
  describe.each(ways)('$name', ({ write }) => {
    it.each([
      ['that uses everything', awkwardPool],
      ['that has nothing but a name', barePool],
    ])('gives a pool %s back without a note, a question or a difference', async (_, snapshot) => {
      const { read, rows } = await comparison(write(snapshot), snapshot)
      expect(read.notes).toEqual([])
      expect(read.questions).toEqual([])
      expect(rows).toEqual([])
      expect(toApply(read, snapshot)).toEqual([])
    })

    it('gives every pool back', async () => {
      await assert(
        asyncProperty(changedPools, async ([pool]) => {
          const snapshot = { ...barePool, pool }
          const { read, rows } = await comparison(write(snapshot), snapshot)
          expect([read.notes, rows]).toEqual([[], []])
        }),
        { numRuns: 40 },
      )
    })
  })
})
