import type { World } from '../state/world.ts'
import { handler } from './handler.ts'

interface SdkRequest {
  method: string
  path: string
  headers: Record<string, string>
  body?: unknown
}

/** Lets a client of the AWS SDK call the world in this process: `new CognitoIdentityClient({ requestHandler: requestHandler(world), … })`. */
export function requestHandler(world: World) {
  return {
    async handle(request: SdkRequest) {
      const { method, path, headers } = request
      const body = request.body as string | Uint8Array<ArrayBuffer> | undefined
      const response = await handler(
        world,
        new Request(`http://emulator${path}`, { method, headers, body: body ?? null }),
      )
      if (response.type === 'error')
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', name: 'TimeoutError' })
      return {
        response: {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.bytes(),
        },
      }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  }
}
