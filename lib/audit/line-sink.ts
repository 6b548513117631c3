import 'server-only'
import { open, stat, type FileHandle } from 'node:fs/promises'

/** Where lines go; `write` has them safe there when it returns. Errors: as of the file. */
export type LineSink = { write: (lines: string) => Promise<void>; close: () => Promise<void> }

export const standardOutput = (): LineSink => ({
  write: (lines) =>
    new Promise((resolve, reject) => process.stdout.write(lines, (error) => (error ? reject(error) : resolve()))),
  close: async () => undefined,
})

/** A file that is added to, for this user alone when it is made here; one that was put in its place is taken up. */
export function fileSink(path: string): LineSink {
  let handle: FileHandle | null = null
  const close = async () => {
    await handle?.close()
    handle = null
  }
  return {
    async write(lines) {
      if (handle && !(await isSame(handle, path))) await close()
      const begin = handle ? '' : await unfinished(path)
      handle ??= await open(path, 'a', 0o600)
      await handle.appendFile(begin + lines)
      await handle.datasync()
    },
    close,
  }
}

async function isSame(handle: FileHandle, path: string): Promise<boolean> {
  const [held, there] = await Promise.all([handle.stat(), stat(path).catch(() => null)])
  return there !== null && held.ino === there.ino && held.dev === there.dev
}

/** What ends a line that was cut off, so that the next one stands by itself. */
async function unfinished(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    if (size === 0) return ''
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer.toString() === '\n' ? '' : '\n'
  } finally {
    await file.close()
  }
}
