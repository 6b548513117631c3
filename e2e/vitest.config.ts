import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { 'server-only': fileURLToPath(new URL('empty-module.ts', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'app/**/*.test.ts', 'e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['e2e/postgres-server.ts'],
    provide: { soakRounds: Number(process.env.LIFEGUARD_SOAK_ROUNDS ?? 0) },
    testTimeout: 20_000,
    hookTimeout: 40_000,
  },
})
