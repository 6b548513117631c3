import { newOperationId } from '../core/operation-id.ts'
import { write } from '../operation/write.ts'
import { addToIdentityMap, dropIdentityMap, keepIdentityMap } from './actions.ts'
import { PART_MAX, type MapEntry } from './identity-map.ts'
import { entriesOf, type MapHead } from './map-lines.ts'

/** Of one part: a request has at most a mebibyte. */
const PART_CHARACTERS = 400_000
/** Numbers of lines that are told. */
const TOLD_LINES = 10

/** How far an import is. `without`: the lines that named nobody, the first ten of them by their numbers from 1. */
export type MapProgress = { lines: number; entries: number; without: { count: number; first: number[] } }

type Import = {
  connectionId: string
  name: string
  lines: AsyncIterable<readonly string[]>
  head: MapHead
  chosen: ReadonlySet<number>
  /** The map that goes for this one. */
  replaces: string | null
  onProgress: (progress: MapProgress) => void
  signal: AbortSignal
}

/**
 * Imports a file part by part, and has it searched when all of it is there. One that is stopped or fails leaves nothing
 * that is searched. Errors: as of the actions; `AbortError`.
 */
export async function importMap(asked: Import): Promise<MapProgress> {
  const { connectionId, name, lines, head, chosen, replaces, onProgress, signal } = asked
  const mapId = newOperationId()
  const without: MapProgress['without'] = { count: 0, first: [] }
  let part: MapEntry[] = []
  let characters = 0
  let number = 0
  let written = 0
  let entries = 0
  const send = async () => {
    if (part.length === 0) return
    signal.throwIfAborted()
    const input = { connectionId, mapId, name, entries: part }
    entries = (await write(addToIdentityMap, input, newOperationId())).total
    part = []
    characters = 0
  }
  try {
    for await (const some of lines) {
      for (const line of some) {
        number += 1
        if (line.trim() === '') continue
        written += 1
        if (written <= head.from) continue
        const said = entriesOf(line, head, chosen)
        if (said === null) {
          without.count += 1
          if (without.first.length < TOLD_LINES) without.first.push(number)
          continue
        }
        if (part.length + said.length > PART_MAX || characters > PART_CHARACTERS) await send()
        part.push(...said)
        characters += said.reduce((sum, { knownAs, identityId }) => sum + knownAs.length + identityId.length, 0)
      }
      onProgress({ lines: number, entries, without })
    }
    await send()
    signal.throwIfAborted()
    await write(keepIdentityMap, { connectionId, mapId, count: entries, replaces }, newOperationId())
  } catch (error) {
    // What is left of it is searched by nobody, and goes by itself after a day.
    if (entries > 0) void write(dropIdentityMap, { connectionId, mapId }, newOperationId()).catch(() => undefined)
    throw error
  }
  return { lines: number, entries, without }
}
