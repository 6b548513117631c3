import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shippedPackages, type ShippedPackage } from './shipped-packages.ts'

const TEXT_FILE = /(^|\/)[^./]+(\.(md|txt|mit|bsd|apache2?))?$/i
const LINE = '='.repeat(80)

/** Name, version and licence of every package in production, then each licence text once, under those it is of. */
export function notices(root: string): string {
  const shipped = shippedPackages(root)
  const owners = new Map<string, string[]>()
  for (const one of shipped)
    for (const [file, text] of licencesOf(root, one))
      owners.set(text, [...(owners.get(text) ?? []), `${titleOf(one)} (${file})`])
  const told = [...owners.values()].flat()
  const untold = shipped.filter((one) => !told.some((line) => line.startsWith(`${titleOf(one)} (`)))
  return [
    'Third-party notices of Lifeguard',
    'What is installed in production and what the build puts into its pages, made by "npm run notices".',
    shipped.map((one) => `${titleOf(one)}: ${one.license}`).join('\n'),
    `These bring no text of their licence: ${untold.map(titleOf).join(', ')}.`,
    ...[...owners].map(([text, lines]) => `${LINE}\n${lines.join('\n')}\n${LINE}\n\n${text}`),
  ]
    .join('\n\n')
    .concat('\n')
}

const titleOf = ({ name, version }: ShippedPackage) => `${name} ${version}`

/** Those of what a package has built in, too. */
function licencesOf(root: string, { folder }: ShippedPackage): [file: string, text: string][] {
  const cwd = join(root, folder)
  const files = globSync('**/*', { cwd, exclude: (path) => /(^|\/)node_modules(\/|$)/.test(path) })
  return files
    .filter((file) => TEXT_FILE.test(file) && /(^|\/)(licen[cs]e|notice|copying|copyright)[^/]*$/i.test(file))
    .toSorted()
    .map((file) => [file, readFileSync(join(cwd, file), 'utf8').replaceAll('\r\n', '\n').trim()])
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  writeFileSync(join(root, 'THIRD-PARTY-NOTICES'), notices(root))
}
