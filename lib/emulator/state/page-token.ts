import { invalidParameter } from './errors.ts'

/** A position in one list: later pages begin behind it, whatever has been deleted meanwhile. */
const pageToken = (list: string, position: number) => Buffer.from(`${position} ${list}`).toString('base64url')

/** 0 without a token. Throws InvalidParameterException for one of another list. */
export function positionOf(list: string, token: string | undefined): number {
  if (token === undefined) return 0
  const [, position, of] = /^(\d{1,15}) (.*)$/s.exec(Buffer.from(token, 'base64url').toString()) ?? []
  if (of !== list) throw invalidParameter('The pagination token is not valid for this request.')
  return Number(position)
}

/** A list of `limit + 1` cut to a page, with the token of the next one when there is more. */
export function cutPage<T extends { number: number }>(list: string, found: T[], limit: number) {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { page, next: found.length > limit && last ? { NextToken: pageToken(list, last.number) } : {} }
}
