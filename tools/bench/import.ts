import { largeTexts } from '../../lib/import/large-texts-for-tests.ts'
import { facts } from '../import-facts.ts'

const MOST_MS = 5000
const MOST_BYTES = 5_000_000

/** How large each text is; a text without a number grows to five megabytes. */
const sizes: Readonly<Record<string, number>> = {
  'pools with attachments': 1000,
  'a template in YAML': 10_000,
  'a state in JSON': 1000,
  'JSON that is cut off in a text': 10_000,
  'levels of brackets': 10_000,
  'levels of YAML': 10_000,
  'levels of JSON': 10_000,
  'a text in a text': 50_000,
  'lines of a text': 18_000,
}

let isSlow = false
for (const [name, make] of Object.entries(largeTexts)) {
  const size = sizes[name] ?? Math.ceil((1000 * MOST_BYTES) / make(1000).length)
  const text = make(size)
  const start = performance.now()
  const read = await facts(text)
  const ms = performance.now() - start
  isSlow ||= ms > MOST_MS
  const came = read.ok ? `${read.pools.length} pools` : 'refused'
  console.log(`${name.padEnd(32)} ${(text.length / 1e6).toFixed(2)} MB  ${Math.round(ms)} ms  ${came}`)
}
process.exitCode = isSlow ? 1 : 0
