import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { processVariables } from '../config/config.ts'
import type { Variables } from '../config/read-config.ts'
import { startChild } from './child.ts'
import { sourceStamp } from './source-stamp.ts'
import { StartError } from './start-error.ts'

const NEXT = 'node_modules/next/dist/bin/next'
const STAMP = '.next/lifeguard-stamp'

/** Whether there is a build of exactly these sources. */
export const isBuilt = (): boolean =>
  existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp()

/** Builds for production. Errors: `StartError`. */
export async function build(variables: Variables): Promise<void> {
  const stamp = sourceStamp()
  rmSync(STAMP, { force: true })
  const settings = { ...variables, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const child = startChild('The build', [NEXT, 'build'], { variables: settings, stdio: 'inherit' })
  const how = await child.ended
  if (child.process.exitCode !== 0) throw new StartError(`The build failed (${how}).`)
  writeFileSync(STAMP, stamp)
}

if (import.meta.main && !(process.argv.includes('--if-needed') && isBuilt()))
  build(processVariables()).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
