import 'server-only'
import pino, { type Logger } from 'pino'
import { errorFields } from './error-fields.ts'
import { mask } from './mask.ts'
import { config } from '../config/config.ts'

const shared = globalThis as typeof globalThis & { lifeguardLog?: Logger }

/** The log of this process: JSON lines on standard output, without secrets and without who somebody is. */
export function log(): Logger {
  shared.lifeguardLog ??= createLog(config().logLevel)
  return shared.lifeguardLog
}

export function createLog(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (value: unknown) => value },
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args
        const safe = typeof first === 'object' && first !== null ? masked(first) : mask(first)
        Reflect.apply(method, this, [safe, ...rest.map(mask)])
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

const masked = (fields: object) =>
  mask(
    fields instanceof Error
      ? { err: errorFields(fields) }
      : Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? errorFields(value) : value]),
        ),
  )
