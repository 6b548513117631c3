import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '../core/errors.ts'
import { tellFailure } from './tell-failure.ts'
import { onToast, type ToastMessage } from './toast.ts'

const seen: ToastMessage[] = []
const healthy = () => Promise.resolve(Response.json({}))
const nobody = () => Promise.reject(new TypeError('fetch failed'))

beforeEach(() => {
  seen.length = 0
  vi.stubGlobal('window', new EventTarget())
  onToast((message) => seen.push(message))
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const unanswered = new AppError({ code: 'UNAVAILABLE', message: 'No answer.', hint: 'Try again.', lost: true })

it('a failure says what did not happen, why and what to do', async () => {
  await tellFailure('Not read', new AppError({ code: 'LIMIT', message: 'Full.', hint: 'Wait.', reference: 'ab12' }))
  expect(seen).toEqual([{ title: 'Not read', description: 'Full. Wait. Reference ab12.', tone: 'danger' }])
})

it('one request that met nobody is told while the server is there', async () => {
  vi.stubGlobal('fetch', healthy)
  await tellFailure('Not read', unanswered)
  expect(seen).toEqual([{ title: 'Not read', description: 'No answer. Try again.', tone: 'danger' }])
})

it('nothing is raised for want of a server that is gone: the page says so once', async () => {
  vi.stubGlobal('fetch', vi.fn(healthy).mockImplementationOnce(nobody))
  await tellFailure('Not read', unanswered)
  expect(seen).toEqual([])
})
