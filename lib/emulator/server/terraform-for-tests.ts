import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isInstalled } from './other-client-for-tests.ts'

/** Runs Terraform in a folder; resolves with what it prints, rejects when it does not end well. */
export type Terraform = (...args: string[]) => Promise<string>

const MIRROR = 'tf-plugins'

/**
 * Terraform for a folder whose configuration is written, with its AWS provider as the configuration of this machine
 * finds it, or else out of a mirror: a folder `tf-plugins` two levels below the root. Null where one of them is not
 * here, which is said: no test downloads a provider for minutes. `variables`: of the environment, beside what is there.
 */
export function terraformIn(folder: string, variables: Record<string, string> = {}): Terraform | null {
  const usual = Object.entries({ CHECKPOINT_DISABLE: '1', ...variables }).map(([name, value]) => `${name}=${value}`)
  const begun = (settings: string[]) =>
    spawnSync('env', [...settings, 'terraform', 'init', '-input=false'], {
      cwd: folder,
      timeout: 20_000,
      stdio: 'ignore',
    }).status === 0
  const ways = isInstalled('terraform', 'version') ? [usual, [...usual, ...ofMirror(folder)]] : []
  const settings = ways.find(begun)
  if (settings === undefined) {
    process.stderr.write('Terraform with its AWS provider is not to be had here: not tested.\n')
    return null
  }
  // What serves it is in this process, which must not wait for it.
  return async (...args) =>
    (await promisify(execFile)('env', [...settings, 'terraform', ...args], { cwd: folder })).stdout
}

/** The setting by which Terraform finds a mirror that no configuration names. */
function ofMirror(folder: string): string[] {
  const mirror = readdirSync('/')
    .map((name) => join('/', name, MIRROR))
    .find((path) => existsSync(path))
  if (mirror === undefined) return []
  const file = join(folder, 'terraform.rc')
  writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`)
  return [`TF_CLI_CONFIG_FILE=${file}`]
}
