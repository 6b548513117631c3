import { expect, test } from 'vitest'
import { roleName } from './role-name.ts'

test('a role is called by what follows its path', () => {
  expect(roleName('arn:aws:iam::123456789012:role/NorthwindAdmin')).toBe('NorthwindAdmin')
  expect(roleName('arn:aws:iam::123456789012:role/teams/web/NorthwindAdmin')).toBe('NorthwindAdmin')
})

test('what is not an ARN yet is its own name', () => {
  expect(roleName('Northwind')).toBe('Northwind')
  expect(roleName('')).toBe('')
})
