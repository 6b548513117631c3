import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isInstalled } from './other-client-for-tests.ts'

/** Runs Terraform in a folder; resolves with what it prints, rejects when it does not end well. */
export type Terraform = (...args: string[]) => Promise<string>

const MIRROR = 'tf-plugins'

/**
 * Terraform for a folder whose configuration is written, with its AWS provider out of a mirror on this machine: of the
 * operator's own configuration, or a folder `tf-plugins` two levels below the root. Null where one of them is not here,
 * which is said: no test downloads a provider for minutes.
 */
export function terraformIn(folder: string, variables: Record<string, string> = {}): Terraform | null {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', ...ofMirror(folder), ...variables }
  const init = () =>
    spawnSync('terraform', ['init', '-input=false'], { cwd: folder, env, timeout: 60_000 }).status === 0
  if (!isInstalled('terraform', 'version') || !init()) {
    process.stderr.write('Terraform with its AWS provider is not to be had here: not tested.\n')
    return null
  }
  // What serves it is in this process, which must not wait for it.
  return async (...args) => (await promisify(execFile)('terraform', args, { cwd: folder, env })).stdout
}

/** The variable by which Terraform finds a mirror that no configuration names. */
function ofMirror(folder: string): { TF_CLI_CONFIG_FILE?: string } {
  const { TF_CLI_CONFIG_FILE: own } = process.env
  if (own !== undefined && existsSync(own)) return {}
  const mirror = readdirSync('/')
    .map((name) => join('/', name, MIRROR))
    .find((path) => existsSync(path))
  if (mirror === undefined) return {}
  const file = join(folder, 'terraform.rc')
  writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`)
  return { TF_CLI_CONFIG_FILE: file }
}
