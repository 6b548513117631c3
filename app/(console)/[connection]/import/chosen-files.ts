import type { NamedText } from '#lib/import/read-texts.ts'

const MOST_BYTES = 10_000_000
const READABLE = /\.(?:json|ya?ml|tf|tfvars|tfstate|hcl|template|txt|ts|js|sh)$/i
/** Folders of tools, whose files nobody wrote. */
const ASIDE = /(?:^|\/)(?:node_modules|\.git|\.terraform|\.serverless|cdk\.out\/\.cache)\//

export type Chosen = { files: NamedText[]; problem: string | undefined }

/** The texts of files, those of a folder among them. Of several, only files that may describe a pool count. */
export async function textsOf(files: readonly File[]): Promise<Chosen> {
  const named = files.map((file) => ({ file, name: file.webkitRelativePath || file.name }))
  const readable = named.length === 1 ? named : named.filter(({ name }) => READABLE.test(name) && !ASIDE.test(name))
  if (readable.length === 0)
    return {
      files: [],
      problem: 'There is no file here that may describe a pool, such as one of Terraform, JSON or YAML.',
    }
  const size = readable.reduce((sum, { file }) => sum + file.size, 0)
  if (size > MOST_BYTES) {
    const what = readable.length === 1 ? (readable[0]?.name ?? '') : 'All files together'
    return { files: [], problem: `${what}: larger than 10 MB. Choose only the part about the pool.` }
  }
  const texts = await Promise.all(
    readable.map(async ({ file, name }) => ({ name, text: await textOf(file).catch(() => null) })),
  )
  const failed = texts.find(({ text }) => text === null)
  if (failed) return { files: [], problem: `${failed.name} could not be read. Check that it is still there.` }
  return { files: texts.map(({ name, text }) => ({ name, text: text ?? '' })), problem: undefined }
}

/** A file's text, also in UTF-16 as PowerShell writes it. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** The files that were dropped, those in folders too. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry())
  if (entries.every((entry) => entry === null || entry.isFile)) return [...data.files]
  return (await Promise.all(entries.filter((entry) => entry !== null).map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (ASIDE.test(`${entry.fullPath}/`)) return []
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const files: File[] = []
  // A reader tells a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return files
    files.push(...(await Promise.all(some.map(filesIn))).flat())
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
