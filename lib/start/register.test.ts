import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.each([
  ['no launcher', undefined],
  ['a launcher that is gone', '999999999'],
])('the server refuses to run with %s', (_, launcher) => {
  const program = `import { start } from '#lib/start/register.ts'; start(); setInterval(() => {}, 1000)`
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--input-type=module', '-e', program],
    { encoding: 'utf8', timeout: 10_000, env: { ...process.env, LIFEGUARD_LAUNCHER: launcher } },
  )
  expect({ status, stderr: stderr.trim() }).toEqual({
    status: 1,
    stderr: 'Lifeguard is started by "npm start" or "npm run dev", which check everything before the server runs.',
  })
})
