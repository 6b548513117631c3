import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PAGES } from './schema.ts'

test('no connection can have the address of a page', () => {
  const folders = ['app', 'app/(console)'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url), { withFileTypes: true }),
  )
  const pages = folders.filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name)).map(({ name }) => name)
  expect(pages.toSorted()).toEqual(PAGES)
})
