import 'server-only'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'

/** Does work as the framework does what a request with these headers asks for. */
export const asRequest = <T>(headers: Record<string, string>, work: () => T): T =>
  workAsyncStorage.run({} as never, () =>
    workUnitAsyncStorage.run({ type: 'request', phase: 'action', headers: new Headers(headers) } as never, work),
  )
