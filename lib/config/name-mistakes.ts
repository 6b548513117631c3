import type { z } from 'zod'

const SECRET = /secret|password|token|credentials|DATABASE_URL|_KEY/i

/** One line for each mistake: where, which key, its value unless it may be a secret, what it must be, an example. */
export function nameMistakes(where: string, error: z.ZodError, content: unknown): string[] {
  return error.issues.flatMap(({ path, message }) =>
    message
      .split('\n')
      .map((sentence) => `${where}: ${[nameOf(path), sentence].filter(Boolean).join(' ')}`)
      .map((line) => withValue(line, nameOf(path), valueAt(content, path))),
  )
}

const nameOf = (path: readonly PropertyKey[]) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')

const valueAt = (content: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    content,
  )

function withValue(line: string, name: string, value: unknown) {
  const isShown = ['string', 'number', 'boolean'].includes(typeof value) && !SECRET.test(name)
  return isShown ? line.replace(`${name} `, `${name} is ${JSON.stringify(value)}: `) : line
}
