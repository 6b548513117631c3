import { formInput } from '../rules/form-input.ts'
import { parseInput } from '../rules/parse-input.ts'
import type { Caller } from '../rules/session-credentials.ts'
import type { Parsed, StructureShape } from '../state/shape.ts'
import type { World } from '../state/world.ts'

/** Of the two APIs that the query protocol serves here. */
export const VERSIONS = { iam: '2010-05-08', sts: '2011-06-15' } as const

/** One call as it is carried out. */
export interface QueryCall {
  world: World
  caller: Caller
}

export interface QueryOperation {
  name: string
  service: keyof typeof VERSIONS
  /** False for what anybody may call without AWS credentials. */
  signed: boolean
  /** What a client of the service itself would see otherwise, or where the service's own behaviour is not known. */
  differences: readonly string[]
  /** The answer's members; undefined when the operation has none. Throws ServiceError. */
  run(call: QueryCall, form: ReadonlyMap<string, string>): Promise<object | undefined>
}

interface Definition<S extends StructureShape> {
  name: string
  input: S
  differences?: readonly string[]
  run(call: QueryCall, input: Parsed<S>): object | undefined | Promise<object | undefined>
}

const defined = <S extends StructureShape>(
  { name, input, differences = [], run }: Definition<S>,
  of: Pick<QueryOperation, 'service' | 'signed'>,
): QueryOperation => ({
  ...of,
  name,
  differences,
  run: async (call, form) => run(call, parseInput(input, formInput(input, form))),
})

/** An operation of IAM, each carried out as a whole or not at all. */
export const defineIamOperation = <S extends StructureShape>(
  definition: Omit<Definition<S>, 'run'> & { run(call: QueryCall, input: Parsed<S>): object | undefined },
): QueryOperation => {
  const run: Definition<S>['run'] = (call, input) => call.world.store.transaction(() => definition.run(call, input))
  return defined({ ...definition, run }, { service: 'iam', signed: true })
}

export const defineStsOperation = <S extends StructureShape>(
  definition: Definition<S> & { signed: boolean },
): QueryOperation => defined(definition, { service: 'sts', signed: definition.signed })
