import { expect, test } from 'vitest'
import { nameParts } from './name-parts.ts'

test('a long name is cut between its words', () => {
  expect(nameParts('NorthwindTrailheadMobile')).toEqual(['Northwind', 'Trailhead', 'Mobile'])
  expect(nameParts('arn:aws:iam::123456789012:role/FieldSurveyViewerRole, twice')).toEqual([
    'arn:aws:iam::123456789012:role/Field',
    'Survey',
    'Viewer',
    'Role, twice',
  ])
})

test('nothing else is cut', () => {
  for (const text of ['', 'NorthwindMobile', 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123', 'a'.repeat(40)])
    expect(nameParts(text)).toEqual([text])
})

test('the parts are the text', () => {
  const text = 'One TrailheadMobileProductionEurope, NorthwindTrailheadPartnerPool two'
  expect(nameParts(text).join('')).toBe(text)
})
