import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { awkwardPools } from '../../lib/code/awkward-pools-for-tests.ts'
import { makePool, SECRET } from '../../lib/code/service-pool-for-tests.ts'
import { toTerraform } from '../../lib/code/to-terraform.ts'
import { serveForTest } from '../../lib/emulator/serve-for-tests.ts'
import { terraformIn } from '../../lib/emulator/server/terraform-for-tests.ts'

const served = await serveForTest()
const folder = mkdtempSync(join(tmpdir(), 'terraform-plans-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await served.close()
})

/** Terraform takes half a minute for them: `npm run soak` tries it. */
const isSoak = inject('soakRounds') > 0
const pools = Object.values(awkwardPools)

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

writeFileSync(join(folder, 'provider.tf'), provider)
const terraform = isSoak ? terraformIn(folder, { TF_VAR_twitter_consumer_secret: SECRET }) : null

test('there are eleven awkward pools, each with a name of its own', () => {
  expect(new Set(Object.values(awkwardPools).map(({ pool }) => pool.name)).size).toBe(11)
})

test.each(terraform === null ? [] : [['Terraform', terraform] as const])(
  '%s imports what the code of awkward pools names, and then has nothing to change',
  { timeout: 300_000 },
  async (_, run) => {
    let imports = 0
    for (const [index, snapshot] of pools.entries()) {
      const poolId = await makePool(served.world, snapshot)
      const code = toTerraform({ ...snapshot, pool: { ...snapshot.pool, poolId } })
      imports += code.match(/^import \{/gm)?.length ?? 0
      writeFileSync(join(folder, `pool-${index}.tf`), code)
    }
    const plan = await run('plan', '-input=false', '-no-color', '-out=tfplan')
    // The value of a secret is marked as sensitive, which Terraform counts as a change.
    expect(plan).toMatch(new RegExp(`Plan: ${imports} to import, 0 to add, [01] to change, 0 to destroy`))
    await run('apply', '-input=false', '-no-color', 'tfplan')
    const after = await run('plan', '-input=false', '-no-color', '-detailed-exitcode')
    expect(after).toContain('No changes')
  },
)
