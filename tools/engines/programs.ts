import { globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { WebKitPrograms } from './webkit.ts'

const inPath = (path: string, ...names: string[]): string | null => {
  const places = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)))
  return places.find((place) => globSync(place).length > 0) ?? null
}

export const findFirefox = (path: string): string | null => inPath(path, 'firefox-esr', 'firefox')

export function findWebKit(path: string, display: string | undefined): WebKitPrograms | null {
  const driver = inPath(path, 'WebKitWebDriver')
  const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')
  const screen = display ? null : inPath(path, 'Xvfb')
  return driver && browser && (display || screen) ? { driver, browser, screen } : null
}
