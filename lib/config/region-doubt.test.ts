import { expect, it } from 'vitest'
import { regionDoubt } from './region-doubt.ts'

it.each([
  'us-east-1',
  'us-gov-west-1',
  'cn-northwest-1',
  'eusc-de-east-1',
  'us-isof-south-1',
  'ap-southeast-12',
  'eu-central-3',
  'nz-northwest-1',
])('%s is believed', (region) => {
  expect(regionDoubt(region)).toBeNull()
})

it.each([
  ['us-est-1', 'us-east-1'],
  ['eu-wets-1', 'eu-west-1'],
  ['us-east1', 'us-east-1'],
  ['uw-east-1', 'us-east-1'],
  ['su-east-2', 'us-east-2'],
  ['EU-WEST-3', 'eu-west-3'],
  ['europe', 'us-east-1'],
  ['', 'us-east-1'],
])('%j is none, and %s is named', (text, meant) => {
  expect(regionDoubt(text)).toBe(`must be an AWS Region, for example "${meant}"`)
})
