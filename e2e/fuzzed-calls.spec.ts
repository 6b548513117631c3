import * as fc from 'fast-check'
import { startPostgres } from '../tools/postgres-server.ts'
import { expect, test } from './fixtures.ts'
import { startDelays } from './fixtures/delays.ts'
import { fuzzedCall } from './fixtures/fuzzed-calls.ts'
import { builtActions } from './fixtures/server-actions.ts'

/** A few hundred in every run, ten thousand in `npm run soak`. */
const CALLS = process.env.LIFEGUARD_SOAK_ROUNDS === undefined ? 400 : 10_000
const AT_ONCE = 8
const TELLS_TOO_MUCH = /\n\s+at |node:internal|\/node_modules\/|\.next\/|SQLITE_|postgres:\/\/|BEGIN PRIVATE KEY/
const UNREAD = /^(0:\{[^\n]*\}\n1:E\{"digest":"\w+"\}\n|Internal Server Error|)$/
const READS = /^(Describe|List|Get(?!Id$|Credentials|OpenId)|Lookup)/

for (const engine of ['sqlite', 'postgres'] as const)
  test(`calls with arguments of any kind execute nothing and tell nothing, on ${engine}`, async ({
    emulator,
    startConsole,
  }) => {
    test.setTimeout(60_000 + CALLS * 200)
    const postgres = engine === 'postgres' ? await startPostgres() : null
    const written: string[] = []
    const service = await startDelays(
      emulator,
      () => undefined,
      ({ operation }) => {
        if (!READS.test(operation)) written.push(operation)
      },
    )
    try {
      const console = await startConsole({
        config: { connections: [{ id: 'test', endpoint: service.url, regions: ['us-east-1'] }] },
        env: postgres ? { DATABASE_URL: postgres.url } : {},
      })
      const calls = fc.sample(fuzzedCall(builtActions()), { numRuns: CALLS, seed: Number(process.env.FUZZ_SEED ?? 1) })
      const failures = new Map<number, string>()
      for (let start = 0; start < calls.length; start += AT_ONCE)
        await Promise.all(
          calls.slice(start, start + AT_ONCE).map(async ({ id, contentType, body }) => {
            const answer = await console.ask('/test/pools', {
              method: 'POST',
              headers: {
                'next-action': id,
                accept: 'text/x-component',
                origin: console.url,
                'content-type': contentType,
              },
              body,
              redirect: 'manual',
            })
            const text = await answer.text()
            const name = builtActions().find((action) => action.id === id)?.name
            const told = `${name} ${contentType} ${body.slice(0, 300)} → ${answer.status} ${text.slice(0, 300)}`
            // What the framework cannot take for arguments it answers itself; no action hears of it.
            if (answer.status >= 500 && !UNREAD.test(text)) failures.set(answer.status, told)
            expect.soft(text, told).not.toContain('"code":"UNEXPECTED"')
            expect.soft(text, told).not.toMatch(TELLS_TOO_MUCH)
            expect.soft(text, told).not.toContain(console.session?.value)
          }),
        )
      expect.soft([...failures.values()]).toEqual([])
      expect(written).toEqual([])
      expect(
        console
          .output()
          .split('\n')
          .filter((line) => /failed unexpectedly|The store failed/.test(line)),
      ).toEqual([])
      expect((await console.ask('/api/ready')).status).toBe(200)
      expect((await console.ask('/test/pools')).status).toBe(200)
      await console.leave()
    } finally {
      await service.stop()
      await postgres?.stop()
    }
  })
