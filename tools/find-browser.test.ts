import { describe, expect, it } from 'vitest'
import { findBrowser } from './find-browser.ts'
import type { Machine } from './find-browser.ts'

const INSTALL = 'apt-get install --yes --no-install-recommends chromium'
const PLAYWRIGHTS = '/cache/chromium/chrome'

interface Given {
  there?: string[]
  override?: string
  isRoot?: boolean
  /** Commands that end well; each may make a program appear. */
  works?: Record<string, string | null>
}

function search({ there = [], override, isRoot = true, works = {} }: Given) {
  const programs = new Set(there)
  const ran: string[] = []
  const said: string[] = []
  const machine: Machine = {
    override,
    path: ['/usr/local/bin', '/usr/bin'],
    playwrights: PLAYWRIGHTS,
    isRoot,
    canExecute: (file) => programs.has(file),
    run(...command) {
      const line = command.join(' ')
      ran.push(line)
      const appears = works[line]
      if (appears) programs.add(appears)
      return appears !== undefined
    },
    say: (line) => said.push(line),
  }
  return { browser: findBrowser(machine), ran, said }
}

describe('the search for a browser', () => {
  it.each([
    ['an installed Chromium', ['/usr/bin/chromium'], '/usr/bin/chromium'],
    [
      'an installed Chrome before Chromium',
      ['/usr/bin/chromium', '/usr/local/bin/google-chrome'],
      '/usr/local/bin/google-chrome',
    ],
    [
      'a headless Chromium before all others',
      ['/usr/bin/chromium', '/usr/local/bin/google-chrome', '/usr/bin/chromium-headless-shell'],
      '/usr/bin/chromium-headless-shell',
    ],
    ['Chrome where its own package puts it', ['/opt/google/chrome/chrome'], '/opt/google/chrome/chrome'],
    ['an installed one before Playwright’s own', [PLAYWRIGHTS, '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['Playwright’s own', [PLAYWRIGHTS], PLAYWRIGHTS],
  ])('takes %s', (_what, there, expected) => {
    expect(search({ there })).toEqual({ browser: expected, ran: [], said: [] })
  })

  it('takes what LIFEGUARD_BROWSER names before all others', () => {
    expect(search({ there: ['/mine', '/usr/bin/chromium'], override: '/mine' }).browser).toBe('/mine')
  })

  it('says that LIFEGUARD_BROWSER names nothing that runs instead of taking another', () => {
    const { browser, ran, said } = search({ there: ['/usr/bin/chromium'], override: '/gone' })
    expect([browser, ran]).toEqual([null, []])
    expect(said).toEqual(['LIFEGUARD_BROWSER is "/gone", which is no program that can be run. Correct it or unset it.'])
  })

  it('installs Debian’s package as root and says so', () => {
    const { browser, ran, said } = search({ works: { 'apt-get --version': null, [INSTALL]: '/usr/bin/chromium' } })
    expect(browser).toBe('/usr/bin/chromium')
    expect(ran).toEqual(['apt-get --version', INSTALL])
    expect(said).toEqual(['No Chromium or Chrome was found: installing Debian’s package "chromium" with apt-get.'])
  })

  it('updates the package lists when the first attempt fails', () => {
    const { ran } = search({ works: { 'apt-get --version': null, 'apt-get update': null } })
    expect(ran).toEqual(['apt-get --version', INSTALL, 'apt-get update', INSTALL])
  })

  it('goes through sudo when that asks for no password', () => {
    const works = { 'apt-get --version': null, 'sudo -n true': null, [`sudo -n ${INSTALL}`]: '/usr/bin/chromium' }
    expect(search({ isRoot: false, works }).browser).toBe('/usr/bin/chromium')
  })

  it.each([
    ['there is no apt', {}, true],
    ['it may not install', { 'apt-get --version': null }, false],
    ['the package cannot be had', { 'apt-get --version': null }, true],
  ])('says what to do when %s', (_when, works, isRoot) => {
    const { browser, said } = search({ works, isRoot })
    expect(browser).toBeNull()
    expect(said.at(-1)).toMatch(/^No Chromium or Chrome was found\. Install one .* LIFEGUARD_BROWSER/)
  })
})
