import { AttachRolePolicyCommand, CreatePolicyCommand, CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { chromium, type Page } from '@playwright/test'
import { presentBrowser, thisMachine } from '../find-browser.ts'
import { startConsole } from '../../e2e/fixtures/console.ts'
import { startEmulator, type Emulator } from '../../e2e/fixtures/emulator.ts'
import { trustFor } from '../../e2e/fixtures/iam.ts'
import { createPool, type Pool } from '../../e2e/fixtures/pools.ts'
import { setRoles } from '../../e2e/fixtures/roles.ts'
import { median } from './median.ts'
import { painted } from './painted.ts'
import { longPolicy, POLICIES, reachingRole, ROLES } from './reaching-roles.ts'
import { signedInPage } from './signed-in-page.ts'

const ROUNDS = 5
const SLOWER = 4
const LIMIT_MS = 200

const interactions: { what: string; act: (page: Page) => Promise<void>; undo?: (page: Page) => Promise<void> }[] = [
  {
    what: 'Reach: open a cell',
    act: (page) => page.getByRole('table', { name: 'Reach' }).getByRole('button').first().click(),
    async undo(page) {
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  },
  {
    what: 'Reach: type an action',
    act: (page) => page.getByLabel('Action', { exact: true }).press('s'),
    undo: (page) => page.getByLabel('Action', { exact: true }).press('Backspace'),
  },
  {
    what: 'Reach: cut off a pool',
    act: (page) => page.getByText('The whole pool').click(),
    undo: (page) => page.getByText('All sessions until now').click(),
  },
  {
    what: 'Reach: the same in Terraform, for each role',
    act: (page) => page.getByText('Terraform').click(),
    undo: (page) => page.getByText('JSON', { exact: true }).click(),
  },
]

async function addRoles(emulator: Emulator, pool: Pool) {
  const iam = new IAMClient({
    endpoint: emulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  for (let role = 0; role < ROLES; role += 1) {
    const trust = trustFor(pool.id, role === 0 ? 'unauthenticated' : 'authenticated')
    const RoleName = `Role${role}`
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) }))
    for (let index = 0; index < POLICIES; index += 1) {
      const named = { PolicyName: `P${role}-${index}`, PolicyDocument: longPolicy(role, index) }
      const { Policy } = await iam.send(new CreatePolicyCommand(named))
      await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: Policy?.Arn }))
    }
  }
  const rules = Array.from({ length: ROLES - 2 }, (_, index) => ({
    Claim: 'team',
    MatchType: 'Equals' as const,
    Value: `team-${index}`,
    RoleARN: reachingRole(index + 2),
  }))
  await setRoles(emulator, pool, {
    Roles: { unauthenticated: reachingRole(0), authenticated: reachingRole(1) },
    RoleMappings: {
      'accounts.google.com': {
        Type: 'Rules',
        AmbiguousRoleResolution: 'Deny',
        RulesConfiguration: { Rules: rules },
      },
    },
  })
}

async function measure() {
  const emulator = await startEmulator()
  const pool = await createPool(emulator, {
    AllowUnauthenticatedIdentities: true,
    SupportedLoginProviders: { 'accounts.google.com': 'app' },
  })
  await addRoles(emulator, pool)
  const served = await startConsole({
    config: { connections: [{ id: 'desk', endpoint: emulator.url, regions: ['us-east-1'] }] },
    env: { AWS_ENDPOINT_URL_IAM: emulator.url, AWS_ENDPOINT_URL_STS: emulator.url },
  })
  const executablePath = presentBrowser(thisMachine)
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  const times = new Map<string, number[]>()
  try {
    const page = await signedInPage(browser, served, { viewport: { width: 1280, height: 800 } })
    const start = performance.now()
    await page.goto(`${served.url}/desk/pools/${pool.id}/reach`)
    await page.getByRole('table', { name: 'Reach' }).getByRole('button').first().waitFor()
    const table = performance.now() - start
    const processor = await page.context().newCDPSession(page)
    await processor.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { what, act, undo } of interactions) {
        times.set(what, [...(times.get(what) ?? []), await painted(page, () => act(page))])
        await undo?.(page)
      }
    return { table, times }
  } finally {
    await browser.close()
    await served.stop()
    await emulator.stop()
  }
}

const { table, times } = await measure()
const rows = [...times].map(([what, all]) => ({ what, median: median(all), most: Math.max(...all), limit: LIMIT_MS }))
console.log(
  `${ROLES} roles with ${POLICIES} policies each: the table stands ${Math.round(table)} ms after the address was opened. ` +
    `From an interaction to the next paint in ms, with a processor ${SLOWER} times slower:`,
)
console.table(rows)
process.exitCode = rows.every((row) => row.median <= row.limit) ? 0 : 1
