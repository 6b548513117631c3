import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { createWorld } from '../create-world.ts'
import { requestHandler } from '../server/request-handler.ts'
import type { World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'emulator-upgrade-'))
afterAll(() => rmSync(folder, { recursive: true }))

const configOf = (world: World) => ({
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  requestHandler: requestHandler(world),
})
const rolesOf = async (world: World) =>
  ((await new IAM(configOf(world)).listRoles({})).Roles ?? []).map(({ RoleName }) => RoleName)

/** A file as a version without IAM left it. */
function fileBefore(name: string, change: (world: World) => void = () => undefined): string {
  const path = join(folder, name)
  const world = createWorld({ data: path, seed: 'demo' })
  change(world)
  world.store.close()
  const database = new DatabaseSync(path)
  for (const table of ['role', 'role_policy', 'attachment', 'policy', 'policy_version'])
    database.exec(`drop table iam_${table}`)
  database.exec('pragma user_version = 1')
  database.close()
  return path
}

test('a file of a version without IAM gets the roles that its pools name, whatever the pools are called now', async () => {
  const path = fileBefore('renamed.db', ({ store }) => {
    store.run("update pool set name = 'Renamed' where name = 'Field Survey Prototype'")
    store.run("delete from pool where name = 'Partner Access'")
  })
  const world = createWorld({ data: path, seed: 'demo' })
  const roles = await rolesOf(world)
  expect(roles).toContain('FieldSurveyEveryone')
  expect(roles).not.toContain('PartnerReader')
  expect(roles).toHaveLength(11)
  const { IdentityPools } = await new CognitoIdentity(configOf(world)).listIdentityPools({ MaxResults: 60 })
  expect(IdentityPools?.map((pool) => pool.IdentityPoolName)).toContain('Renamed')
  world.store.close()
})

test('and gets them once: what is removed stays removed', async () => {
  const path = fileBefore('once.db')
  const world = createWorld({ data: path, seed: 'demo' })
  const RoleName = 'FieldSurveyEditor'
  await new IAM(configOf(world)).deleteRolePolicy({ RoleName, PolicyName: 'surveys' })
  await new IAM(configOf(world)).deleteRole({ RoleName })
  world.store.close()
  const again = createWorld({ data: path, seed: 'demo' })
  expect(await rolesOf(again)).not.toContain(RoleName)
  expect(await rolesOf(again)).toHaveLength(11)
  again.store.close()
})

test('a file that was never a demonstration gets an IAM without roles', async () => {
  const path = fileBefore('plain.db')
  const world = createWorld({ data: path })
  expect(await rolesOf(world)).toEqual([])
  world.store.close()
})
