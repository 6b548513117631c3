/** The operation of one of the SDK's commands, by its own schema: a build may shorten the names of classes. */
export function calledOperation(command: object): string {
  const schema: unknown = Reflect.get(command, 'schema')
  const name: unknown = Array.isArray(schema) ? schema[2] : null
  return typeof name === 'string' ? name : command.constructor.name.replace(/Command$/, '')
}
