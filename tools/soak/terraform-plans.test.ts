import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, inject, test } from 'vitest'
import { awkwardPools } from '../../lib/code/awkward-pools-for-tests.ts'
import { makePool, SECRET } from '../../lib/code/service-pool-for-tests.ts'
import { toTerraform } from '../../lib/code/to-terraform.ts'
import { serveForTest } from '../../lib/emulator/serve-for-tests.ts'
import { isInstalled } from '../../lib/emulator/server/other-client-for-tests.ts'

const served = await serveForTest()
const folder = mkdtempSync(join(tmpdir(), 'terraform-plans-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await served.close()
})

/** One pool in every run of the tests; `npm run soak` takes all of them. */
const pools = Object.values(awkwardPools).slice(0, inject('soakRounds') > 0 ? undefined : 1)

const provider = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "AKIDEXAMPLE"
  secret_key                  = "secret-example"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  endpoints {
    cognitoidentity = "${served.url}"
  }
}
`

const environment = { ...process.env, TF_VAR_twitter_consumer_secret: SECRET }

/** The emulator is in this process, which must not wait for Terraform. Rejects when it does not end well. */
const terraform = (...args: string[]) =>
  promisify(execFile)('env', ['terraform', ...args], { cwd: folder, env: environment })

/** Whether Terraform is here with the provider, which is not downloaded for minutes. */
function canRun(): boolean {
  if (!isInstalled('terraform', 'version')) return false
  writeFileSync(join(folder, 'provider.tf'), provider)
  return (
    spawnSync('env', ['terraform', 'init', '-input=false'], { cwd: folder, timeout: 20_000, stdio: 'ignore' })
      .status === 0
  )
}

const hasTerraform = canRun()
if (!hasTerraform) process.stderr.write('Terraform with its AWS provider is not to be had here: not tested.\n')

test('there are eleven awkward pools, each with a name of its own', () => {
  expect(new Set(Object.values(awkwardPools).map(({ pool }) => pool.name)).size).toBe(11)
})

test.each(['Terraform'].filter(() => hasTerraform))(
  '%s imports what the code of awkward pools names, and then has nothing to change',
  { timeout: 300_000 },
  async () => {
    let imports = 0
    for (const [index, snapshot] of pools.entries()) {
      const poolId = await makePool(served.world, snapshot)
      const code = toTerraform({ ...snapshot, pool: { ...snapshot.pool, poolId } })
      imports += code.match(/^import \{/gm)?.length ?? 0
      writeFileSync(join(folder, `pool-${index}.tf`), code)
    }
    const plan = await terraform('plan', '-input=false', '-no-color', '-out=tfplan')
    // The value of a secret is marked as sensitive, which Terraform counts as a change.
    expect(plan.stdout).toMatch(new RegExp(`Plan: ${imports} to import, 0 to add, [01] to change, 0 to destroy`))
    await terraform('apply', '-input=false', '-no-color', 'tfplan')
    const after = await terraform('plan', '-input=false', '-no-color', '-detailed-exitcode')
    expect(after.stdout).toContain('No changes')
  },
)
