import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../e2e/fixtures/free-port.ts'
import { startProgram, type Program } from '../../e2e/fixtures/program.ts'
import type { Driver } from './driver.ts'

export interface WebKitPrograms {
  driver: string
  browser: string
  /** Draws what no screen shows; null where there is a screen. */
  screen: string | null
}

/** WebKitGTK, led by its driver over WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function startWebKit({ driver, browser, screen }: WebKitPrograms): Promise<Driver> {
  const drawn = screen ? await startScreen(screen) : null
  const port = await freePort()
  const led = await startProgram({
    program: driver,
    args: [`--port=${port}`, '--host=127.0.0.1'],
    env: { DISPLAY: drawn ? `:${drawn.url}` : process.env['DISPLAY'], TZ: 'UTC' },
    ready: null,
    withinSeconds: 10,
  })
  const send = async <T>(method: 'POST' | 'DELETE', path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${value.error ?? response.status}: ${value.message ?? path}`)
    return value
  }
  const { sessionId, capabilities } = await startSession(() =>
    send<Session>('POST', '', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      },
    }),
  )
  const here = `/${sessionId}`
  await send('POST', `${here}/window/rect`, { width: 1440, height: 900 })
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    open: async (url) => void (await send('POST', `${here}/url`, { url })),
    back: async () => void (await send('POST', `${here}/back`, {})),
    run: (expression) => send('POST', `${here}/execute/sync`, { script: `return ${expression}`, args: [] }),
    perform: async (actions) => void (await send('POST', `${here}/actions`, { actions })),
    async stop() {
      await send('DELETE', here)
      await led.stop()
      await drawn?.stop()
    },
  }
}

interface Session {
  sessionId: string
  capabilities: { browserVersion: string }
}

/** The driver prints nothing when it is ready. */
async function startSession(start: () => Promise<Session>): Promise<Session> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await start()
    } catch (error) {
      if (!(error instanceof TypeError) || tries > 50) throw error
      await pause(100)
    }
  }
}

/** Its URL is the number of the display. */
const startScreen = (program: string): Promise<Program> =>
  startProgram({
    program,
    args: ['-displayfd', '1', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'],
    ready: /^(\d+)$/,
    withinSeconds: 20,
  })
