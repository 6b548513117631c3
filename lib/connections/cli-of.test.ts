import { expect, it } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { cliOf } from './cli-of.ts'

const cli = (settings: object) => cliOf(connectionSchema.parse({ id: 'prod', regions: ['us-east-1'], ...settings }))
const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' }
const nothing = { endpoint: null, profile: null, ownCredentials: false }

it.each<[string, object, object]>([
  ['nothing of one that uses the credentials around it', {}, nothing],
  ['a profile', { profile: 'prod' }, { ...nothing, profile: 'prod' }],
  ['an endpoint', { endpoint: 'http://127.0.0.1:5000' }, { ...nothing, endpoint: 'http://127.0.0.1:5000' }],
  [
    'an endpoint without its password',
    { endpoint: 'http://a:b@x.example/c' },
    { ...nothing, endpoint: 'http://x.example/c' },
  ],
  ['credentials of its own', { credentials }, { ...nothing, ownCredentials: true }],
  [
    'no credentials of an endpoint',
    { endpoint: 'http://x.example', credentials },
    { ...nothing, endpoint: 'http://x.example' },
  ],
  [
    'a role to assume',
    { profile: 'base', roleArn: 'arn:aws:iam::111122223333:role/desk' },
    { endpoint: null, profile: 'base', ownCredentials: true },
  ],
])('the AWS CLI is told %s', (_, settings, expected) => {
  expect(cli(settings)).toEqual(expected)
})
