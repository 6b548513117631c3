import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll } from 'vitest'

/** `cut`: the connection breaks in the middle of the body. */
export type Answer = { status: number; headers: Record<string, string>; body: string; cut?: boolean }

/** What happens to a call; `pass` hands it on to the service. Null breaks the connection without an answer. */
export type Trouble = (pass: () => Promise<Answer>) => Promise<Answer | null>

/** One call as it was seen on the wire; `passed` when the service got it. */
export type Seen = { operation: string; passed: boolean; requestId: string | null }

type Plan = { operation: string; skip: number; trouble: Trouble }

/**
 * Stands between the console and an emulator, and makes what `plan` says of the calls of an operation. To be called
 * before the console of the test, whose connection `troubled` is `before(endpoint)`.
 */
export function troubledEndpointForTests() {
  const state = { target: '', url: '', plans: [] as Plan[], seen: [] as Seen[] }
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    const operation = String(request.headers['x-amz-target']).replace(/^.*\./, '')
    const call: Seen = { operation, passed: false, requestId: null }
    state.seen.push(call)
    const pass = async (): Promise<Answer> => {
      call.passed = true
      const headers = Object.entries(request.headers).filter(([name]) => /^(authorization|content-|x-amz)/.test(name))
      const answered = await fetch(state.target, {
        method: 'POST',
        headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
        body,
      })
      return { status: answered.status, headers: Object.fromEntries(answered.headers), body: await answered.text() }
    }
    const answer = await troubleOf(operation)(pass)
    if (answer === null) return void response.destroy()
    call.requestId = answer.headers['x-amzn-requestid'] ?? null
    send(response, answer)
  }

  function troubleOf(operation: string): Trouble {
    const plan = state.plans.find((one) => one.operation === operation)
    if (!plan) return answered
    plan.skip -= 1
    return plan.skip < 0 ? plan.trouble : answered
  }

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    state.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    before(endpoint: string) {
      state.target = endpoint
      return { id: 'troubled', name: 'Troubled', endpoint: state.url, regions: ['us-east-1'] }
    },
    /** From now on every call of the operation meets the trouble, except the first `skip`; others pass. */
    plan(operation: string, trouble: Trouble, skip = 0) {
      state.plans.push({ operation, skip, trouble })
    },
    /** Forgets all plans and what was seen. */
    reset() {
      state.plans = []
      state.seen = []
    },
    get seen(): readonly Seen[] {
      return state.seen
    },
  }
}

function send(response: ServerResponse, { status, headers, body, cut = false }: Answer) {
  const { 'transfer-encoding': _, 'content-encoding': __, connection: ___, ...kept } = headers
  const length = Buffer.byteLength(body)
  response.writeHead(status, { ...kept, 'content-length': cut ? length + 1 : length })
  if (cut) response.write(body, () => response.destroy())
  else response.end(body)
}

export const answered: Trouble = (pass) => pass()

/** The service's own refusal, before anything happened. */
export const refused =
  (name: string, status = 400): Trouble =>
  async () => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({ __type: name, message: `The service says ${name}.` }),
  })

/** Holds a call until `release`, before or after the service has it; `reached` resolves when it is held. */
export function held(when: 'before' | 'after') {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const trouble: Trouble = async (pass) => {
    const answer = when === 'after' ? await pass() : null
    reach()
    await released
    return answer ?? pass()
  }
  return { trouble, reached, release }
}

/** The call takes effect, and its answer is another one. */
export const instead =
  (change: (answer: Answer) => Answer | null): Trouble =>
  async (pass) =>
    change(await pass())

/** An answer of something between the console and the service, which says nothing of the call. */
export const stranger = (status: number, type: string, body: string, more: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': type, ...more },
  body,
})
