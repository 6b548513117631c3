import { describe, expect, it } from 'vitest'
import { cursorOf, everyPage, nextParam } from './every-page.ts'

/** A list by its cursors: each names the page after it, the first page has none. */
const list = (next: Record<string, string | null>) => {
  const asked: (string | undefined)[] = []
  const read = async (cursor: string | undefined) => {
    asked.push(cursor)
    return { nextCursor: next[cursor ?? 'start'] ?? null }
  }
  return { asked, read }
}

describe('all pages of a list', () => {
  it.each([
    ['one page', { start: null }, [undefined]],
    ['three pages', { start: 'b', b: 'c', c: null }, [undefined, 'b', 'c']],
    ['an empty cursor at the end', { start: 'b', b: '' }, [undefined, 'b']],
  ])('of %s are read once each', async (_what, next, expected) => {
    const { asked, read } = list(next)
    expect(await Array.fromAsync(everyPage(read))).toHaveLength(expected.length)
    expect(asked).toEqual(expected)
  })

  it.each([
    ['the page itself', { start: 'b', b: 'b' }, 2],
    ['an earlier page', { start: 'b', b: 'c', c: 'd', d: 'b' }, 4],
  ])('end with an error where %s is named again', async (_what, next, count) => {
    const { asked, read } = list(next)
    const pages: unknown[] = []
    const walk = async () => {
      for await (const page of everyPage(read)) pages.push(page)
    }
    await expect(walk()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('no end') })
    expect([pages.length, asked.length]).toEqual([count, count])
  })
})

describe('a list that is read on by hand', () => {
  it('goes on to the next page, and ends', () => {
    expect(cursorOf(nextParam({ nextCursor: 'b' }, [undefined]))).toBe('b')
    expect(nextParam({ nextCursor: null }, [undefined, 'b'])).toBeUndefined()
    expect(nextParam({ nextCursor: '' }, [undefined, 'b'])).toBeUndefined()
  })

  it('fails where the next page was read already', () => {
    const param = nextParam({ nextCursor: 'b' }, [undefined, 'b', 'c'])
    expect(param).not.toBe('b')
    expect(() => cursorOf(param)).toThrow('no end')
  })
})
