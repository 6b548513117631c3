import { expect, it } from 'vitest'
import { decideRequest as decide, type ReachRequest } from './decide-request.ts'
import cases from './decided-cases.json' with { type: 'json' }

const small = (keys: readonly string[]) => keys.map((key) => key.toLowerCase()).toSorted()

it.each(cases)('$name: $answer.decision', ({ name: _name, answer, ...request }) => {
  const { decision, on } = decide(request satisfies ReachRequest)
  expect({ decision, on: small(on) }).toEqual({ decision: answer.decision, on: small(answer.on ?? []) })
})
