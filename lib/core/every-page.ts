import { AppError } from './errors.ts'

type Page = { nextCursor: string | null }

/** All pages of a list, each as it is read. Errors: `UNAVAILABLE` when the service names one that was read already. */
export async function* everyPage<P extends Page>(
  read: (cursor: string | undefined) => Promise<P>,
): AsyncGenerator<P, void> {
  const known = new Set<string>()
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page: P = await read(cursor)
    yield page
    cursor = page.nextCursor || null
    if (cursor === null) return
    if (known.has(cursor)) throw endless()
    known.add(cursor)
  }
}

/** The same for a list that is read on by hand: the parameter of the next page, or undefined at the end. */
export function nextParam({ nextCursor }: Page, known: readonly unknown[]): string | AppError | undefined {
  if (!nextCursor) return undefined
  return known.includes(nextCursor) ? endless() : nextCursor
}

/** The cursor of a page's parameter. Errors: the parameter itself when the list has no end. */
export function cursorOf(param: string | AppError | undefined): string | undefined {
  if (param instanceof AppError) throw param
  return param
}

const endless = () =>
  new AppError({
    code: 'UNAVAILABLE',
    message: 'The service named a page of this list again that was read already, so the list has no end.',
    hint: 'What was read till then may not be all. Check the endpoint of this connection, then try again.',
  })
