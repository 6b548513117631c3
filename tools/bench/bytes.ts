import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { startConsole, type Console } from '../../e2e/fixtures/console.ts'
import { startEmulator } from '../../e2e/fixtures/emulator.ts'
import { createPool, seedIdentities } from '../../e2e/fixtures/pools.ts'
import { pages } from './pages.ts'

const LIMIT_KIB = 200
/** Pages with the forms of pool administration, which bring a validator along. */
const FORM_LIMIT_KIB = 250
const formPages = new Set([
  '/[connection]/pools/create',
  '/[connection]/pools/[poolId]/access',
  '/[connection]/pools/[poolId]/roles',
  '/[connection]/pools/[poolId]/tags',
  '/[connection]/clone',
  '/[connection]/create-again',
  '/[connection]/import',
])
const MANIFEST = '.next/app-path-routes-manifest.json'

interface Size {
  page: string
  files: number
  fileBytes: number
  inlineBytes: number
}

/** Gzipped bytes of all scripts that the served document makes a current browser load or run. */
async function measure(page: string, served: Console, path: string): Promise<Size> {
  const url = served.url + path
  const html = await (await served.ask(path, { headers: { accept: 'text/html' } })).text()
  const tags = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].filter(
    ([, attributes = '']) => !/\bnomodule\b/i.test(attributes),
  )
  const preloads = [...html.matchAll(/<link\b([^>]*\brel="(?:modulepreload|preload)"[^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => /\brel="modulepreload"|\bas="script"/.test(attributes))
  const sources = new Set([
    ...tags.flatMap(([, attributes = '']) => attributeOf(attributes, 'src')),
    ...preloads.flatMap((attributes) => attributeOf(attributes, 'href')),
  ])
  if (sources.size === 0) throw new Error(`${url} has no scripts: is it a page of the console?`)
  const files = await Promise.all([...sources].map((source) => gzippedFile(new URL(source, url))))
  const inline = gzipSync(tags.map(([, , code]) => code).join('\n')).length
  return { page, files: files.length, fileBytes: files.reduce((sum, size) => sum + size), inlineBytes: inline }
}

const attributeOf = (attributes: string, name: string) =>
  [...attributes.matchAll(new RegExp(`\\b${name}="([^"]+)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  )

async function gzippedFile(url: URL) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.href} answers ${response.status}`)
  return gzipSync(await response.bytes()).length
}

function unlistedPages() {
  if (!existsSync(MANIFEST)) throw new Error('There is no build to measure: run npm run build first.')
  const routes = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>
  const built = Object.entries(routes).flatMap(([file, route]) => (file.endsWith('/page') ? [route] : []))
  return built.filter((route) => !(route in pages) && route !== '/_global-error')
}

async function measureAll() {
  const emulator = await startEmulator()
  try {
    const pool = await createPool(emulator)
    const [identityId = ''] = await seedIdentities(emulator, pool, { guests: 60 })
    const connections = [{ id: 'test', endpoint: emulator.url, regions: ['us-east-1'] }]
    const served = await startConsole({ config: { connections } })
    try {
      const addresses = Object.entries(pages).map(([page, address]) => {
        return measure(
          page,
          served,
          address({ connectionId: 'test', poolId: pool.id, identityId, rulesPoolId: pool.id }),
        )
      })
      return await Promise.all(addresses)
    } finally {
      await served.stop()
    }
  } finally {
    await emulator.stop()
  }
}

const unlisted = unlistedPages()
const sizes = (await measureAll()).map((size) => ({ ...size, total: size.fileBytes + size.inlineBytes }))
const kibibytes = (bytes: number) => Number((bytes / 1024).toFixed(1))
console.log(`First-load JavaScript in KiB, gzip, at most ${LIMIT_KIB}, with forms ${FORM_LIMIT_KIB}:`)
console.table(
  sizes.map(({ page, files, fileBytes, inlineBytes, total }) => ({
    page,
    files,
    'in files': kibibytes(fileBytes),
    inline: kibibytes(inlineBytes),
    total: kibibytes(total),
  })),
)
const tooBig = sizes.filter(({ page, total }) => total > (formPages.has(page) ? FORM_LIMIT_KIB : LIMIT_KIB) * 1024)
for (const { page, total } of tooBig) {
  console.error(`${page} loads ${kibibytes(total)} KiB: load what is opened later with next/dynamic.`)
}
for (const page of unlisted) console.error(`${page} is not measured: add it to the table in tools/bench/pages.ts.`)
process.exitCode = tooBig.length + unlisted.length === 0 ? 0 : 1
