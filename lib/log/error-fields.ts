/** What is kept of an error besides its name and where it arose. */
const KEPT = ['code', 'errno', 'syscall', 'errcode', 'constraint', 'table', 'reference'] as const

/**
 * An error as the log has it. What a service or a database says, or a text that could not be read, may quote whatever it
 * was about, such as who a person is: of those only the name, the codes and the place are kept.
 */
export function errorFields(error: Error): Record<string, unknown> {
  const { name, message, stack = '', cause } = error
  const quotes = quotesOthers(error)
  const told = Object.fromEntries(
    KEPT.flatMap((key) => (key in error ? [[key, Reflect.get(error, key)] as const] : [])),
  )
  const others = error instanceof AggregateError ? error.errors.filter((one) => one instanceof Error) : []
  return {
    type: name,
    ...(!quotes && { message }),
    ...told,
    ...serviceFields(error),
    stack: quotes ? framesOf(stack) : stack,
    ...(cause instanceof Error && { cause: errorFields(cause) }),
    ...(others.length > 0 && { errors: others.map(errorFields) }),
  }
}

const QUOTES = ['shape', '$metadata', '$fault', 'severity', 'issues'] as const

const quotesOthers = (error: Error): boolean => error instanceof SyntaxError || QUOTES.some((member) => member in error)

function serviceFields(error: Error): Record<string, unknown> {
  const { requestId, httpStatusCode } = Object(Reflect.get(error, '$metadata')) as Record<string, unknown>
  const { awsName } = Object(Reflect.get(error, 'shape')) as Record<string, unknown>
  const named = { awsName, requestId, httpStatusCode }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined && value !== null))
}

const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at .*(?::\d+:\d+\)?|<anonymous>\)?|native\))$/.test(line))
    .join('\n')
