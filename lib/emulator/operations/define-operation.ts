import { parseInput } from '../rules/parse-input.ts'
import type { Parsed, StructureShape } from '../state/shape.ts'
import type { Call } from '../state/world.ts'

export interface Operation {
  name: string
  /** False for the four that anybody may call without AWS credentials. */
  signed: boolean
  /** What a client of the service itself would see otherwise, or where the service's own behaviour is not known. */
  differences: readonly string[]
  /** The answer's body; undefined when the operation has none. Throws ServiceError. */
  run(call: Call, body: unknown): Promise<object | undefined>
}

export function defineOperation<S extends StructureShape>(definition: {
  name: string
  signed: boolean
  input: S
  differences: readonly string[]
  run(call: Call, input: Parsed<S>): object | undefined | Promise<object | undefined>
}): Operation & { input: S } {
  return { ...definition, run: async (call, body) => definition.run(call, parseInput(definition.input, body)) }
}
