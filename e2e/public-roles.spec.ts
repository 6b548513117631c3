import { readFileSync } from 'node:fs'
import { CreatePolicyCommand, CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import type { Emulator } from './fixtures/emulator.ts'
import { expect, test } from './fixtures.ts'
import { roleArn } from './fixtures/iam.ts'
import { createPool, type Pool } from './fixtures/pools.ts'
import { setRoles } from './fixtures/roles.ts'

interface PublicRole {
  name: string
  of: 'guests' | 'users'
  statements: object[]
  boundary?: object[]
  basic?: boolean
  faults: (keyof typeof titles)[]
}

const file = new URL('../lib/reach/public-roles.json', import.meta.url)
const publicRoles = JSON.parse(readFileSync(file, 'utf8')) as PublicRole[]

const titles = {
  'guest-powers': 'Guests have powers that no stranger should have',
  'guest-writes': 'Guests may write',
  'basic-only': 'The basic flow gives guests what Cognito keeps back',
  'no-isolation': 'Users reach each other’s data',
  'absent-key': 'A condition holds nothing back where its key is absent',
  'ways-up': 'A role can be turned into a stronger one',
}

const SERVICE = 'cognito-identity.amazonaws.com'
const trustOf = (pools: Pool[], { of }: PublicRole) => ({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: SERVICE },
    Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
    Condition: {
      StringEquals: { [`${SERVICE}:aud`]: pools.map(({ id }) => id) },
      'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: of === 'guests' ? 'unauthenticated' : 'authenticated' },
    },
  },
})
const documentOf = (Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const nameOf = (index: number) => `Public${String(index).padStart(2, '0')}`

/** A pool of its own for a role, which every pool of a list may hand out. */
async function publish(emulator: Emulator, everyone: Pool, index: number): Promise<Pool> {
  const role = publicRoles[index] ?? { name: '', of: 'users', statements: [], faults: [] }
  const iam = new IAMClient({
    endpoint: emulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const RoleName = nameOf(index)
  const pool = await createPool(emulator, {
    name: RoleName,
    AllowUnauthenticatedIdentities: role.of === 'guests',
    AllowClassicFlow: role.basic === true,
    SupportedLoginProviders: { 'accounts.google.com': 'app' },
  })
  const boundary =
    role.boundary &&
    (await iam.send(
      new CreatePolicyCommand({ PolicyName: `${RoleName}Limit`, PolicyDocument: documentOf(role.boundary) }),
    ))
  await iam.send(
    new CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify(trustOf([pool, everyone], role)),
      PermissionsBoundary: boundary?.Policy?.Arn,
    }),
  )
  const PolicyDocument = documentOf(role.statements)
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }))
  const Roles = { [role.of === 'guests' ? 'unauthenticated' : 'authenticated']: roleArn(RoleName) }
  await setRoles(emulator, pool, { Roles })
  return pool
}

test('each of the roles of the kind found in public is told with its faults, and is among what a pool may be asked for', async ({
  page,
  startEmulator,
  startConsole,
}) => {
  const emulator = await startEmulator()
  const everyone = await createPool(emulator, {
    name: 'Everyone',
    AllowUnauthenticatedIdentities: true,
    AllowClassicFlow: true,
    SupportedLoginProviders: { 'accounts.google.com': 'app' },
  })
  await Promise.all(publicRoles.map((_, index) => publish(emulator, everyone, index)))
  const { url } = await startConsole({
    config: { connections: [{ id: 'test', endpoint: emulator.url, regions: ['us-east-1'] }] },
    env: { AWS_ENDPOINT_URL_IAM: emulator.url, AWS_ENDPOINT_URL_STS: emulator.url },
  })

  await page.goto(`${url}/test/findings`)
  await expect(page.getByText(`open findings on ${publicRoles.length + 1} pools`)).toBeVisible()
  const told = new Map<string, string[]>()
  const table = page.getByRole('table', { name: 'Findings' })
  for (const title of Object.values(titles)) {
    await page.getByRole('textbox', { name: 'Filter by text' }).fill(title)
    const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) })
    const wanted = publicRoles.filter(({ faults }) => faults.some((code) => titles[code] === title)).length
    await expect(rows).toHaveCount(wanted)
    for (const text of await rows.getByRole('link', { name: /^Public\d\d$/ }).allInnerTexts())
      told.set(text, [...(told.get(text) ?? []), title])
  }
  for (const [index, { name, faults }] of publicRoles.entries())
    expect(told.get(nameOf(index))?.toSorted() ?? [], name).toEqual(faults.map((code) => titles[code]).toSorted())

  await page.goto(`${url}/test/pools/${everyone.id}/reach`)
  await page.getByRole('button', { name: 'Look for other roles that trust this pool' }).click()
  await expect(page.getByText(`${publicRoles.length} other roles trust this pool`)).toBeVisible()
  const reached = page.getByRole('table', { name: 'Reach' }).getByRole('row')
  for (const [index, { of }] of publicRoles.entries())
    await expect(reached.filter({ hasText: nameOf(index) })).toContainText(
      of === 'guests' ? 'Guests, by the basic flow' : 'Users who name the role themselves',
    )

  await page.getByLabel('Who', { exact: true }).selectOption(`Guests, by the basic flow: ${nameOf(3)}`)
  await page.getByLabel('Action', { exact: true }).fill('s3:PutObject')
  await page.getByLabel('Resource', { exact: true }).fill('arn:aws:s3:::uploads/a')
  await page.getByRole('button', { name: 'Ask' }).click()
  const answer = page.getByRole('status', { name: 'Answer' })
  await expect(answer).toContainText('p, statement 1: allows it.')
  await expect(answer).toContainText('AWS’s simulator: allowed.')
})
