import { chromium, type Browser, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { startConsole, type Console } from '../../e2e/fixtures/console.ts'
import { startDelays } from '../../e2e/fixtures/delays.ts'
import { startEmulator } from '../../e2e/fixtures/emulator.ts'
import { startRegionalOutage } from '../../e2e/fixtures/regional-outage.ts'
import { doStep } from './do-step.ts'
import { interactions } from './interactions.ts'
import { median } from './median.ts'
import { painted } from './painted.ts'
import { pages, type Place } from './pages.ts'
import { placeOf } from './place-of.ts'
import { ways } from './ways.ts'
import { signedInPage } from './signed-in-page.ts'

const ROUNDS = 4
const LATENCIES = [0, 800]
const MEDIAN_MS = 100
const MOST_MS = 150
const STEP_MS = 15_000
const SHIFT = 0.02
const SLOWER = 4
const PAINT_MS = 200
const REGIONS = ['us-east-1', 'eu-west-1']
const VIEWPORTS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

/** From a press to the first frame that shows something else: what the style sheet does by itself does not count. */
async function firstChange(page: Page, press: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    let pressedAt = 0
    const changed = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (pressedAt === 0) return
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - pressedAt))
      })
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    const start = ({ timeStamp }: Event) => {
      pressedAt = timeStamp
    }
    for (const type of ['click', 'keydown']) window.addEventListener(type, start, { capture: true, once: true })
    return { changed }
  })
  await press()
  return watch.evaluate(({ changed }) => changed)
}

/** How far a page moves by itself while it is opened, summed up. */
async function layoutShift(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(300)
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (list: PerformanceObserverEntryList) => {
          for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += value
        }
        new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 100)
      }),
  )
}

/** What another version does not have is no number; what this one has not is a fault. */
async function unlessMissing(base: string, measure: () => Promise<number>): Promise<number> {
  try {
    return await measure()
  } catch (error) {
    if (base === served[0]?.url) throw error
    return Number.NaN
  }
}

async function measureWays(browser: Browser, version: Console, place: Place) {
  const page = await signedInPage(browser, version, { viewport: VIEWPORTS.desktop })
  page.setDefaultTimeout(STEP_MS)
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { what, from, before, press, to } of ways) {
      await page.goto(version.url + from(place), { waitUntil: 'networkidle' })
      const time = await unlessMissing(version.url, async () => {
        for (const step of before ?? []) await doStep(page, step)
        const change = await firstChange(page, () => doStep(page, press))
        await page.waitForURL(to)
        return change
      })
      times.set(what, [...(times.get(what) ?? []), time])
    }
  }
  await page.close()
  return times
}

async function measurePaints(browser: Browser, version: Console, place: Place) {
  const page = await signedInPage(browser, version, { viewport: VIEWPORTS.desktop })
  page.setDefaultTimeout(STEP_MS)
  const cpu = await page.context().newCDPSession(page)
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { what, from, before, act } of interactions) {
      await page.goto(version.url + from(place), { waitUntil: 'networkidle' })
      const time = await unlessMissing(version.url, async () => {
        await before?.(page)
        return painted(page, () => act(page))
      })
      times.set(what, [...(times.get(what) ?? []), time])
    }
  }
  await page.close()
  return times
}

interface Shifts {
  desktop: number
  phone: number
}

async function measureShifts(browser: Browser, version: Console, place: Place) {
  const addresses = Object.entries(pages).map(([name, address]) => [name, address(place)] as const)
  const all = [...addresses, ['/[connection]/pools, a Region fails', '/half/pools'] as const]
  const shifts = new Map<string, Shifts>()
  for (const [name, address] of all) {
    const found = { desktop: 0, phone: 0 }
    for (const at of ['desktop', 'phone'] as const) {
      const page = await signedInPage(browser, version, { viewport: VIEWPORTS[at] })
      found[at] = await layoutShift(page, version.url + address)
      await page.close()
    }
    shifts.set(name, found)
  }
  return shifts
}

/** What nineteen of twenty stay within. */
const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN

const missed: string[] = []
const rounded = (value: number, digits = 0) => (Number.isFinite(value) ? Number(value.toFixed(digits)) : '–')

/** A row for each thing that was measured, a column for each figure of each version. */
function table<T>(measured: Map<string, T>[], figures: Record<string, (of: T) => number>, digits = 0) {
  const rows = [...(measured[0]?.keys() ?? [])].map((what) => [
    what,
    Object.fromEntries(
      measured.flatMap((of, at) =>
        Object.entries(figures).map(([figure, read]) => {
          const found = of.get(what)
          return [`${figure}${at === 0 ? '' : ', beside'}`, found === undefined ? '–' : rounded(read(found), digits)]
        }),
      ),
    ),
  ])
  console.table(Object.fromEntries(rows))
}

function tellWays(latency: number, versions: Map<string, number[]>[]) {
  const withAll = versions.map((times) => new Map([...times, ['All ways', [...times.values()].flat()]]))
  console.log(`From a press to the first change in ms, the service ${latency} ms away, ${ROUNDS} times each:`)
  table(withAll, { median, p95 })
  const all = withAll[0]?.get('All ways') ?? []
  if (!(median(all) <= MEDIAN_MS)) missed.push(`The median at ${latency} ms is over ${MEDIAN_MS} ms.`)
  if (!(p95(all) <= MOST_MS)) missed.push(`Of twenty presses at ${latency} ms more than one takes over ${MOST_MS} ms.`)
}

function tellPaints(versions: Map<string, number[]>[]) {
  console.log(`From an interaction to the next paint in ms, the processor ${SLOWER} times slower, at most ${PAINT_MS}:`)
  table(versions, { median, slowest: (values) => Math.max(...values) })
  for (const [what, values] of versions[0] ?? [])
    if (!(median(values) <= PAINT_MS)) missed.push(`${what}: ${median(values)} ms, over ${PAINT_MS}.`)
}

function tellShifts(versions: Map<string, Shifts>[]) {
  console.log(`Layout shift of each page, at most ${SHIFT}:`)
  table(versions, { desktop: (of) => of.desktop, phone: (of) => of.phone }, 3)
  for (const [page, { desktop, phone }] of versions[0] ?? [])
    if (!(Math.max(desktop, phone) <= SHIFT)) missed.push(`${page} moves by more than ${SHIFT}.`)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { beside: { type: 'string' } } })
/** All parts, or those that are named as arguments. */
const wanted = (part: 'presses' | 'paints' | 'shifts') => positionals.length === 0 || positionals.includes(part)

const emulator = await startEmulator({ seed: 'demo' })
const place = await placeOf(emulator)
let latency = 0
const delays = await startDelays(emulator, () => pause(latency))
const outage = await startRegionalOutage(emulator, 'eu-west-1')
const connections = [
  { id: 'demo', endpoint: delays.url, regions: REGIONS },
  { id: 'other', endpoint: delays.url, regions: REGIONS },
  { id: 'half', endpoint: outage.url, regions: REGIONS },
]
const served: Console[] = []
for (const checkout of values.beside === undefined ? [undefined] : [undefined, resolve(values.beside)])
  served.push(await startConsole({ config: { connections }, ...(checkout !== undefined && { checkout }) }))
const executablePath = presentBrowser(thisMachine)
const browser = await chromium.launch(executablePath ? { executablePath } : {})

/** One version after the other. */
async function ofEach<T>(measure: (version: Console) => Promise<T>): Promise<T[]> {
  const measured: T[] = []
  for (const version of served) measured.push(await measure(version))
  return measured
}

try {
  for (latency of wanted('presses') ? LATENCIES : [])
    tellWays(latency, await ofEach((version) => measureWays(browser, version, place)))
  latency = 0
  if (wanted('paints')) tellPaints(await ofEach((version) => measurePaints(browser, version, place)))
  if (wanted('shifts')) tellShifts(await ofEach((version) => measureShifts(browser, version, place)))
} finally {
  await browser.close()
  for (const version of served) await version.stop()
  await outage.stop()
  await delays.stop()
  await emulator.stop()
}
for (const line of missed) console.error(line)
process.exitCode = missed.length === 0 ? 0 : 1
