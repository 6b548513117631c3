import { execFile, spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** A client of a service that others wrote, with JSON in and out. Rejects with an Error named after the service's error. */
export interface OtherClient {
  call(operation: string, input: object): Promise<unknown>
  close(): void
}

/** Whether a program can be run here. */
export const isInstalled = (command: string, ...args: string[]) =>
  spawnSync(command, args, { timeout: 20_000, stdio: 'ignore' }).status === 0

const failure = (name: string, message: string) => Object.assign(new Error(message), { name })
const kebab = (operation: string) => operation.replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase()
const credentials = ['AWS_ACCESS_KEY_ID=AKIDEXAMPLE', 'AWS_SECRET_ACCESS_KEY=secret-example', 'AWS_MAX_ATTEMPTS=1']

/** Each call is a run of the `aws` program. `service`: as it calls it. */
export function awsCli(url: string, service = 'cognito-identity'): OtherClient {
  const options = ['--endpoint-url', url, '--region', 'us-east-1', '--output', 'json', '--cli-input-json']
  async function call(operation: string, input: object) {
    const args = ['aws', service, kebab(operation), ...options, JSON.stringify(input)]
    try {
      const { stdout } = await promisify(execFile)('env', [...credentials, ...args])
      return JSON.parse(stdout || '{}') as unknown
    } catch (error) {
      const [, name, message = ''] = /\((\w+)\) when calling the \w+ operation: (.*)/.exec(String(error)) ?? []
      throw name === undefined ? error : failure(name, message)
    }
  }
  return { call, close: () => undefined }
}

const PYTHON = `
import boto3, json, sys
from botocore import xform_name
from botocore.exceptions import ClientError
client = boto3.client(sys.argv[2], endpoint_url=sys.argv[1], region_name='us-east-1',
                      aws_access_key_id='AKIDEXAMPLE', aws_secret_access_key='secret-example')
for line in sys.stdin:
    operation, given = json.loads(line)
    try:
        answer = getattr(client, xform_name(operation))(**given)
        answer.pop('ResponseMetadata')
        print(json.dumps({'answer': answer}, default=lambda value: value.isoformat()), flush=True)
    except ClientError as error:
        print(json.dumps(error.response['Error']), flush=True)
`

/** One Python process that answers line by line. `service`: as it calls it. */
export function boto3(url: string, service = 'cognito-identity'): OtherClient {
  const child = spawn('python3', ['-c', PYTHON, url, service], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  async function call(operation: string, input: object) {
    child.stdin.write(`${JSON.stringify([operation, input])}\n`)
    const { value } = (await lines.next()) as { value: string }
    const line = JSON.parse(value) as { answer?: unknown; Code?: string; Message?: string }
    if (line.answer === undefined) throw failure(line.Code ?? '', line.Message ?? '')
    return line.answer
  }
  return { call, close: () => void child.kill() }
}
