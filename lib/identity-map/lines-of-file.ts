/** The lines of a file, some at a time as they are read, without their ends. */
export async function* linesOfFile(file: Pick<Blob, 'stream'>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  const reader = file.stream().getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    if (done) {
      yield lines
      return
    }
    rest = lines.pop() ?? ''
    yield lines
  }
}

/** The first lines of a file. */
export async function firstLines(file: Pick<Blob, 'stream'>, most: number): Promise<string[]> {
  const first: string[] = []
  for await (const lines of linesOfFile(file)) {
    first.push(...lines.filter((line) => line.trim() !== ''))
    if (first.length >= most) break
  }
  return first.slice(0, most)
}
