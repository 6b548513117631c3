import 'server-only'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { CommandAnswer } from './answer.ts'
import type { CommandRequest } from './schema.ts'

/** What came back: an answer, or the text of an export as it comes. */
export type CommandReply = { answer: CommandAnswer } | { text: AsyncIterable<Buffer> }

/** Asks the console at a socket; null when nobody listens there. Errors: when it breaks off. */
export async function sendCommand(path: string, asked: CommandRequest): Promise<CommandReply | null> {
  const response = await respond(path, JSON.stringify(asked))
  if (response === null) return null
  if (response.headers['content-type'] === 'application/json')
    return { answer: JSON.parse(await text(response)) as CommandAnswer }
  return { text: response }
}

const respond = (socketPath: string, body: string): Promise<IncomingMessage | null> =>
  new Promise((resolve, reject) => {
    request({ socketPath, method: 'POST', path: '/', headers: { host: 'lifeguard' } }, resolve)
      .once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
        else reject(error)
      })
      .end(body)
  })
