import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { causeOf } from '../core/cause-of.ts'
import { lockDirectory } from '../db/lock.ts'
import { StoreError } from '../db/migrate.ts'
import { StartError } from './start-error.ts'

const ADVICE = 'give another one with LIFEGUARD_DATA_DIR'

/** Makes the data directory and takes it for this process. Errors: `StartError`. */
export function takeDataDirectory(directory: string): void {
  const refuse = (problem: string) => new StartError(`The data directory ${directory} ${problem}${ADVICE}.`)
  if (statSync(directory, { throwIfNoEntry: false })?.isFile()) throw refuse('is a file: ')
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const probe = join(directory, `.probe-${process.pid}`)
    writeFileSync(probe, '', { flag: 'wx' })
    rmSync(probe)
  } catch (error) {
    throw refuse(`cannot be written to (${causeOf(error)}): `)
  }
  try {
    if (lockDirectory(directory) === null) throw refuse('is in use by another Lifeguard: stop that one, or ')
  } catch (error) {
    throw error instanceof StoreError ? new StartError(`The file ${error.message}.`) : error
  }
}
