import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { floorPlan, goesUp, roomOf } from './lint/floor-plan.ts'
import { isTest } from './lint/rule.ts'
import { knots } from './knots.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"])((?:\.{1,2}\/|#(?:lib|components)\/)[^'"]+)\1/g

/** The files that a file of the product imports, types included. Paths are from the repository's root. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(IMPORT)].map(([, , name = '']) =>
    name.startsWith('#') ? name.slice(1) : normalize(join(dirname(file), name)),
  )
}

/** What a graph of folders or files looks like: nodes, arrows between them, and sets that reach each other. */
export function productGraph() {
  const files = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !isTest(file))
  const arrows = files.flatMap((file) => importsOf(file).map((target) => [file, target] as const))
  const between = (nameOf: (file: string) => string | null) => {
    const pairs = new Map<string, readonly [string, string]>()
    for (const [source, target] of arrows) {
      const from = nameOf(source)
      const to = nameOf(target)
      if (from !== null && to !== null && from !== to) pairs.set(`${from} → ${to}`, [from, to])
    }
    return [...pairs.values()]
  }
  const rooms = new Set(files.flatMap((file) => roomOf(file) ?? []))
  const roomArrows = between(roomOf)
  return {
    rooms: [...rooms],
    roomArrows,
    backUp: arrows.filter(([source, target]) => goesUp(roomOf(source) ?? '', roomOf(target) ?? '')),
    folderKnots: knots(between(dirname)),
    fileKnots: knots(between((file) => file)),
  }
}

if (import.meta.main) {
  const { rooms, roomArrows, backUp, folderKnots, fileKnots } = productGraph()
  for (const [index, floor] of floorPlan.entries())
    console.log(`floor ${index + 1}  ${floor.filter((room) => rooms.includes(room)).join(' ')}`)
  console.log(
    `\n${rooms.length} rooms of lib, ${roomArrows.length} arrows between them, ${backUp.length} imports back up`,
  )
  for (const [source, target] of backUp) console.log(`  ${source} → ${target}`)
  console.log(
    `${folderKnots.length} circles of folders, ${fileKnots.length} circles of files in app, components and lib`,
  )
  for (const knot of [...folderKnots, ...fileKnots]) console.log(`  ${knot.join('  ')}`)
  process.exitCode = backUp.length + folderKnots.length + fileKnots.length === 0 ? 0 : 1
}
