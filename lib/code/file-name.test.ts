import { expect, it } from 'vitest'
import { codeFileName } from './file-name.ts'

it.each([
  ['Northwind Portal', 'northwind-portal.tf'],
  ['Café  +  Müller, ', 'cafe-muller.tf'],
  ['../..\\x', 'x.tf'],
  ['+', 'identity-pool.tf'],
])('a pool named %j is the file %s', (name, file) => {
  expect(codeFileName(name, '.tf')).toBe(file)
})
