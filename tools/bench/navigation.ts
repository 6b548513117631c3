import { ListIdentitiesCommand, ListIdentityPoolsCommand } from '@aws-sdk/client-cognito-identity'
import { chromium, type Browser, type Page } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startDelays } from '../../e2e/fixtures/delays.ts'
import { startEmulator, type Emulator } from '../../e2e/fixtures/emulator.ts'
import { startRegionalOutage } from '../../e2e/fixtures/regional-outage.ts'
import { median } from './median.ts'
import { painted } from './painted.ts'
import { pages, type Place } from './pages.ts'
import { interactions, POOL, ways } from './ways.ts'

const ROUNDS = 4
const LATENCIES = [0, 800]
const MEDIAN_MS = 100
const MOST_MS = 150
const SHIFT = 0.02
const SLOWER = 4
const PAINT_MS = 200
const REGIONS = ['us-east-1', 'eu-west-1']
const VIEWPORTS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

/** From a press to the first frame that shows something else: what the style sheet does by itself does not count. */
async function firstChange(page: Page, press: (page: Page) => Promise<void>): Promise<number> {
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
  await press(page)
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

async function measureWays(browser: Browser, base: string, place: Place) {
  const page = await browser.newPage({ viewport: VIEWPORTS.desktop })
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { what, from, before, press, to } of ways) {
      await page.goto(base + from(place), { waitUntil: 'networkidle' })
      await before?.(page)
      const time = await firstChange(page, press)
      await page.waitForURL(to)
      times.set(what, [...(times.get(what) ?? []), time])
    }
  }
  await page.close()
  return times
}

async function measurePaints(browser: Browser, base: string, place: Place) {
  const page = await browser.newPage({ viewport: VIEWPORTS.desktop })
  const cpu = await page.context().newCDPSession(page)
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { what, from, before, act } of interactions) {
      await page.goto(base + from(place), { waitUntil: 'networkidle' })
      await before?.(page)
      times.set(what, [...(times.get(what) ?? []), await painted(page, () => act(page))])
    }
  }
  await page.close()
  return times
}

async function measureShifts(browser: Browser, base: string, place: Place) {
  const addresses = Object.entries(pages).map(([name, address]) => [name, address(place)] as const)
  const all = [...addresses, ['/[connection]/pools, a Region fails', '/half/pools'] as const]
  const shifts = new Map<string, { desktop: number; phone: number }>()
  for (const [name, address] of all) {
    const found = { desktop: 0, phone: 0 }
    for (const at of ['desktop', 'phone'] as const) {
      const page = await browser.newPage({ viewport: VIEWPORTS[at] })
      found[at] = await layoutShift(page, base + address)
      await page.close()
    }
    shifts.set(name, found)
  }
  return shifts
}

async function placeOf(emulator: Emulator): Promise<Place> {
  const client = emulator.client('us-east-1')
  const { IdentityPools = [] } = await client.send(new ListIdentityPoolsCommand({ MaxResults: 60 }))
  const poolId = IdentityPools.find(({ IdentityPoolName }) => IdentityPoolName === POOL)?.IdentityPoolId ?? ''
  const { Identities = [] } = await client.send(new ListIdentitiesCommand({ IdentityPoolId: poolId, MaxResults: 1 }))
  return { connectionId: 'demo', poolId, identityId: Identities[0]?.IdentityId ?? '' }
}

/** What nineteen of twenty stay within. */
const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN

const missed: string[] = []

function tellWays(latency: number, times: Map<string, number[]>) {
  const all = [...times.values()].flat()
  const row = (what: string, values: number[]) => ({
    what,
    median: Math.round(median(values)),
    p95: Math.round(p95(values)),
  })
  console.log(`From a press to the first change in ms, the service ${latency} ms away, ${ROUNDS} times each:`)
  console.table([...[...times].map(([what, values]) => row(what, values)), row('All ways', all)])
  if (!(median(all) <= MEDIAN_MS)) missed.push(`The median at ${latency} ms is over ${MEDIAN_MS} ms.`)
  if (!(p95(all) <= MOST_MS)) missed.push(`Of twenty presses at ${latency} ms more than one takes over ${MOST_MS} ms.`)
}

function tellPaints(times: Map<string, number[]>) {
  console.log(`From an interaction to the next paint in ms, the processor ${SLOWER} times slower, at most ${PAINT_MS}:`)
  console.table([...times].map(([what, values]) => ({ what, median: median(values), slowest: Math.max(...values) })))
  for (const [what, values] of times)
    if (!(median(values) <= PAINT_MS)) missed.push(`${what}: ${median(values)} ms, over ${PAINT_MS}.`)
}

function tellShifts(shifts: Map<string, { desktop: number; phone: number }>) {
  const rounded = (value: number) => Number(value.toFixed(3))
  console.log(`Layout shift of each page, at most ${SHIFT}:`)
  console.table(
    [...shifts].map(([page, { desktop, phone }]) => ({ page, desktop: rounded(desktop), phone: rounded(phone) })),
  )
  for (const [page, { desktop, phone }] of shifts)
    if (!(Math.max(desktop, phone) <= SHIFT)) missed.push(`${page} moves by more than ${SHIFT}.`)
}

/** All parts, or those that are named as arguments. */
const wanted = (part: 'presses' | 'paints' | 'shifts') => process.argv.length < 3 || process.argv.includes(part)

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
const served = await startConsole({ config: { connections } })
const executablePath = presentBrowser(thisMachine)
const browser = await chromium.launch(executablePath ? { executablePath } : {})
try {
  if (wanted('presses')) for (latency of LATENCIES) tellWays(latency, await measureWays(browser, served.url, place))
  latency = 0
  if (wanted('paints')) tellPaints(await measurePaints(browser, served.url, place))
  if (wanted('shifts')) tellShifts(await measureShifts(browser, served.url, place))
} finally {
  await browser.close()
  await served.stop()
  await outage.stop()
  await delays.stop()
  await emulator.stop()
}
for (const line of missed) console.error(line)
process.exitCode = missed.length === 0 ? 0 : 1
