/** The last row that was read of an index, from which its order goes on; `now`: when what is so long ago was asked. */
export type IndexCursor = {
  scanId: number
  now: number
  kind: number
  createdAt: number
  modifiedAt: number
  number: number
  identityId: string
}

const CURSOR = /^(\d+)\/(\d+)\/(\d+)\/(-?\d+)\/(-?\d+)\/(\d+)\/([\w:-]+)$/

/** As it travels. */
export const printCursor = ({ scanId, now, kind, createdAt, modifiedAt, number, identityId }: IndexCursor): string =>
  [scanId, now, kind, createdAt, modifiedAt, number, identityId].join('/')

/** Null when a text is no cursor. */
export function readCursor(text: string): IndexCursor | null {
  const [, scanId, now, kind, createdAt, modifiedAt, number, identityId] = CURSOR.exec(text) ?? []
  if (identityId === undefined) return null
  return {
    scanId: Number(scanId),
    now: Number(now),
    kind: Number(kind),
    createdAt: Number(createdAt),
    modifiedAt: Number(modifiedAt),
    number: Number(number),
    identityId,
  }
}
