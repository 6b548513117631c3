import type { NamedText } from '#lib/import/read-texts.ts'
import type { ReadPools } from '#lib/import/read-pools-result.ts'

const UNREAD: ReadPools = {
  ok: false,
  problem: 'This text could not be read: the reader failed on it. Paste only the part that describes the pool.',
}
const UNLOADED: ReadPools = {
  ok: false,
  problem: 'The reader could not be loaded. Reload the page and paste the text again.',
}
/** Characters that are read on the page itself without anybody noticing. */
const SMALL = 30_000

type Reading = { result: Promise<ReadPools>; stop: () => void }

/** Reads texts, large ones in a worker, which `stop` ends. */
export function startReading(texts: readonly NamedText[]): Reading {
  const size = texts.reduce((sum, { text }) => sum + text.length, 0)
  return size > SMALL ? inWorker(texts) : { result: onPage(texts), stop: () => undefined }
}

async function onPage(texts: readonly NamedText[]): Promise<ReadPools> {
  const reader = await import('#lib/import/read-texts.ts').catch(() => null)
  return reader ? reader.readTexts(texts).catch(() => UNREAD) : UNLOADED
}

function inWorker(texts: readonly NamedText[]): Reading {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' })
  const result = new Promise<ReadPools>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ReadPools | null>) => {
      resolve(data ?? UNREAD)
      worker.terminate()
    })
    worker.addEventListener('error', () => {
      resolve(UNLOADED)
      worker.terminate()
    })
  })
  worker.postMessage(texts, [])
  return { result, stop: () => worker.terminate() }
}
