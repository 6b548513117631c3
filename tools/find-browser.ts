import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the search may look at and do. */
export interface Machine {
  override: string | undefined
  /** The folders that hold programs. */
  path: string[]
  /** Where Playwright keeps a Chromium of its own once it was downloaded. */
  playwrights: string
  isRoot: boolean
  canExecute: (file: string) => boolean
  /** Whether the command ended well. */
  run: (program: string, ...args: string[]) => boolean
  say: (line: string) => void
}

/** The headless one first: it does the same with a sixth less of the processor. */
const NAMES = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
]
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const ADVICE =
  'No Chromium or Chrome was found. Install one (on Debian: apt-get install chromium), run "npx playwright install chromium", ' +
  'or set LIFEGUARD_BROWSER to the path of one.'

/** The browser that is there already: the override, an installed Chromium or Chrome, else Playwright's own. */
export function presentBrowser(machine: Machine): string | null {
  if (machine.override) return machine.canExecute(machine.override) ? machine.override : null
  const candidates = [
    ...NAMES.flatMap((name) => machine.path.map((folder) => join(folder, name))),
    ...PLACES,
    machine.playwrights,
  ]
  return candidates.find((file) => machine.canExecute(file)) ?? null
}

/** As `presentBrowser`; when there is none, installs Debian's package where that is possible, else says what to do. */
export function findBrowser(machine: Machine): string | null {
  const present = presentBrowser(machine)
  if (present) return present
  if (machine.override) {
    machine.say(
      `LIFEGUARD_BROWSER is "${machine.override}", which is no program that can be run. Correct it or unset it.`,
    )
    return null
  }
  const found = installFromDebian(machine) ? presentBrowser(machine) : null
  if (!found) machine.say(ADVICE)
  return found
}

function installFromDebian(machine: Machine) {
  if (!machine.run('apt-get', '--version')) return false
  const asRoot = machine.isRoot ? [] : ['sudo', '-n']
  if (!machine.isRoot && !machine.run('sudo', '-n', 'true')) return false
  machine.say('No Chromium or Chrome was found: installing Debian’s package "chromium" with apt-get.')
  const aptGet = (...args: string[]) => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args]
    return machine.run(program, ...rest)
  }
  const install = () => aptGet('install', '--yes', '--no-install-recommends', 'chromium')
  return install() || (aptGet('update') && install())
}

export const thisMachine: Machine = {
  override: process.env.LIFEGUARD_BROWSER,
  path: (process.env.PATH ?? '').split(delimiter),
  playwrights: chromium.executablePath(),
  isRoot: process.getuid?.() === 0,
  canExecute(file) {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  },
  run(program, ...args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(program, args, { env, stdio: 'ignore' }).status === 0
  },
  say: (line) => console.error(line),
}

if (import.meta.main) {
  const browser = findBrowser(thisMachine)
  if (browser) console.log(`Browser: ${browser}`)
  process.exitCode = browser ? 0 : 1
}
