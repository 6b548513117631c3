import { readTexts, type NamedText } from '#lib/import/read-texts.ts'

/** Reads large texts beside the page, which stays alive meanwhile. A text that fails says nothing. */
globalThis.addEventListener('message', ({ data }: MessageEvent<NamedText[]>) => {
  readTexts(data).then(
    (result) => globalThis.postMessage(result, { transfer: [] }),
    () => globalThis.postMessage(null, { transfer: [] }),
  )
})
