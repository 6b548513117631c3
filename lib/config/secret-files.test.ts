import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readConfig, type Variables } from './read-config.ts'

describe('a secret in a file', () => {
  const auditKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  const files: Record<string, string> = {
    '/run/secrets/audit': `${auditKey}\n`,
    '/run/secrets/database': ' postgres://lifeguard:hush@db/x\n',
    '/srv/metrics.token': 'a-token-of-the-tests',
    '/run/secrets/empty': '\n',
    '/srv/lifeguard.config.json': JSON.stringify({ connections: [{ id: 'prod', regions: ['us-east-1'] }] }),
  }
  const readFiles = (path: string) => {
    if (path === '/run/secrets/mine') throw new Error('EACCES: permission denied')
    return files[path] ?? null
  }
  const readWith = (variables: Variables) => readConfig(variables, readFiles, '/srv')

  test('stands for its variable, without the spaces around it', () => {
    const result = readWith({
      DATABASE_URL_FILE: '/run/secrets/database',
      LIFEGUARD_AUDIT_KEY_FILE: '/run/secrets/audit',
      LIFEGUARD_METRICS_TOKEN_FILE: 'metrics.token',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE: '',
    })
    expect(result).toMatchObject({
      ok: true,
      config: {
        databaseUrl: 'postgres://lifeguard:hush@db/x',
        auditKey,
        metricsToken: 'a-token-of-the-tests',
        actionsKey: null,
      },
    })
  })

  test.each<[Variables, string]>([
    [{ DATABASE_URL_FILE: '/nowhere' }, 'DATABASE_URL_FILE is "/nowhere", but there is no such file'],
    [{ DATABASE_URL_FILE: '/run/secrets/mine' }, 'which cannot be read (EACCES: permission denied)'],
    [{ DATABASE_URL_FILE: '/run/secrets/empty' }, 'which is empty: it must hold the value of DATABASE_URL'],
    [
      { DATABASE_URL_FILE: '/run/secrets/database', DATABASE_URL: 'postgres://db/x' },
      'but DATABASE_URL is set, too: keep one of them',
    ],
    [{ DATABASE_URL_FILE: 'metrics.token' }, 'DATABASE_URL must be a PostgreSQL URL'],
  ])('that gives none is one line: %j', (variables, line) => {
    const result = readWith(variables)
    expect(result).toEqual({ ok: false, mistakes: [expect.stringContaining(line)] })
    expect(JSON.stringify(result)).not.toMatch(/hush|a-token/)
  })
})
