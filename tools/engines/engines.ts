import { ListIdentityPoolsCommand } from '@aws-sdk/client-cognito-identity'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startEmulator, type Emulator } from '../../e2e/fixtures/emulator.ts'
import { placeOf } from '../bench/place-of.ts'
import type { Driver } from './driver.ts'
import { startFirefox } from './firefox.ts'
import { handOf } from './hand.ts'
import { journeys, type World } from './journeys.ts'
import { findFirefox, findWebKit } from './programs.ts'
import { startWebKit } from './webkit.ts'

const CROWD = 600
const REGIONS = ['us-east-1', 'eu-west-1']

/** Goes every journey in one browser; how many could not be gone to their end. */
async function tryAll(driver: Driver, world: World): Promise<number> {
  const hand = handOf(driver)
  const told: { what: string; result: string }[] = []
  let failed = 0
  for (const { what, go } of journeys) {
    try {
      told.push({ what, result: await go(hand, world) })
    } catch (error) {
      failed += 1
      told.push({ what, result: `FAILED: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  console.log(`${driver.name}:`)
  console.table(told)
  return failed
}

async function poolOf(emulator: Emulator): Promise<string> {
  const { IdentityPools = [] } = await emulator
    .client('us-east-1')
    .send(new ListIdentityPoolsCommand({ MaxResults: 1 }))
  return IdentityPools[0]?.IdentityPoolId ?? ''
}

const { PATH = '', DISPLAY } = process.env
const firefox = findFirefox(PATH)
const webKit = findWebKit(PATH, DISPLAY)
console.log(firefox ? `Firefox: ${firefox}` : 'No Firefox was found (on Debian: apt-get install firefox-esr).')
console.log(
  webKit ? `WebKit: ${webKit.browser}` : 'No WebKitGTK was found (on Debian: apt-get install webkit2gtk-driver xvfb).',
)

const demo = await startEmulator({ seed: 'demo' })
let failed = firefox || webKit ? 0 : 1
for (const start of [firefox && (() => startFirefox(firefox)), webKit && (() => startWebKit(webKit))]) {
  if (!start) continue
  const crowd = await startEmulator({ seed: CROWD })
  const connections = [
    { id: 'demo', endpoint: demo.url, regions: REGIONS },
    { id: 'other', endpoint: demo.url, regions: REGIONS },
    { id: 'crowd', endpoint: crowd.url, regions: ['us-east-1'] },
  ]
  const served = await startConsole({ config: { connections } })
  const driver = await start()
  await driver.open(`${served.url}/sign-in`)
  await driver.run(`void (document.cookie = '${served.session?.name}=${served.session?.value}; path=/')`)
  const path = `/crowd/pools/${await poolOf(crowd)}/identities`
  failed += await tryAll(driver, { base: served.url, place: await placeOf(demo), crowd: { path, count: CROWD } })
  await driver.stop()
  await served.stop()
  await crowd.stop()
}
await demo.stop()
process.exitCode = failed === 0 ? 0 : 1
