import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package that production holds: `folder` is its key in the lock file. */
export interface ShippedPackage {
  folder: string
  name: string
  version: string
  license: string
}

interface Locked {
  version?: string
  license?: string
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

type Lock = Record<string, Locked>

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** What is installed in production, and what the build puts into pages, with all that either needs; sorted by folder. */
export function shippedPackages(root: string): ShippedPackage[] {
  const { packages } = readJson(root, 'package-lock.json') as { packages: Lock }
  const { dependencies, devDependencies } = readJson(root, 'package.json') as Manifest
  const found = new Set<string>()
  const waiting = [...Object.keys(dependencies), ...builtIn(root, Object.keys(devDependencies))].map(
    (name) => `node_modules/${name}`,
  )
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue
    found.add(folder)
    for (const name of neededBy(packages[folder] ?? {})) waiting.push(folderOf(name, folder, packages))
  }
  return [...found].toSorted().map((folder) => ({
    folder,
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[folder]?.version ?? 'unknown',
    license: packages[folder]?.license ?? 'unknown',
  }))
}

const readJson = (root: string, file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** Those of `names` that the sources of pages import: what the build takes in needs no installation. */
function builtIn(root: string, names: string[]): string[] {
  const text = globSync('{app,components}/**/*.{ts,tsx,css}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const imported = [...text.matchAll(/(?:from|import|import\() ?'((?:@[^/']+\/)?[^/']+)/g)].map(([, name]) => name)
  return names.filter((name) => imported.includes(name))
}

const neededBy = ({ dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }: Locked): string[] => [
  ...Object.keys(dependencies),
  ...Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true),
]

/** Where `from` finds a package: in a folder of its own, else in one further up. */
function folderOf(name: string, from: string, packages: Lock): string {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const nested = `${at}/node_modules/${name}`
    if (nested in packages) return nested
  }
  return `node_modules/${name}`
}
