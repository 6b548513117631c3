import { invalidParameter } from '../state/errors.ts'
import { PUBLISHED_QUOTAS, type Quotas } from '../state/quotas.ts'

const OPERATION = /^[A-Z]\w+$/

/**
 * Does what a body says: `{ "quotas": "aws" | "off" }` sets all, `{ "factor": 0.5 }` sets so many times those of the
 * start, `{ "rates": { "GetId": 5, "ListIdentities": "off" } }` changes some. Errors: `InvalidParameterException`, and
 * then nothing is changed.
 */
export function changeQuotas(quotas: Quotas, raw: unknown): void {
  const { quotas: all, factor, rates, ...others } = Object(raw) as Record<string, unknown>
  const given = [all, factor, rates].filter((one) => one !== undefined)
  if (given.length !== 1 || Object.keys(others).length > 0)
    throw invalidParameter('Give one of quotas, factor and rates.')
  if (all === 'aws') quotas.set(PUBLISHED_QUOTAS)
  else if (all === 'off') quotas.set({})
  else if (isRate(factor)) quotas.scale(factor)
  else if (typeof rates === 'object' && rates !== null) quotas.change(readRates(rates))
  else throw invalidParameter('quotas is aws or off, factor a number above 0, rates an object.')
}

const isRate = (value: unknown): value is number => typeof value === 'number' && value > 0 && Number.isFinite(value)

const readRates = (rates: object): { [operation: string]: number | null } =>
  Object.fromEntries(
    Object.entries(rates).map(([operation, rate]: [string, unknown]) => {
      if (OPERATION.test(operation) && (rate === 'off' || isRate(rate)))
        return [operation, rate === 'off' ? null : rate]
      throw invalidParameter('A rate is an operation with its calls a second, above 0, or off.')
    }),
  )
