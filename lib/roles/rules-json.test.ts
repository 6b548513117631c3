import { describe, expect, it } from 'vitest'
import type { MappingRule } from './pool-roles.ts'
import { readRules, toRulesJson } from './rules-json.ts'

const arn = 'arn:aws:iam::123456789012:role/User'
const rule: MappingRule = { claim: 'team', match: 'StartsWith', value: 'blue "ü"', roleArn: arn }
const service = { Claim: 'team', MatchType: 'StartsWith', Value: 'blue "ü"', RoleARN: arn }
const other = { ...service, Value: 'red' }

describe('rules as JSON', () => {
  it('have the shape of the API and are read back', () => {
    expect(JSON.parse(toRulesJson([rule]))).toEqual({ Rules: [service] })
    expect(readRules(toRulesJson([rule]))).toEqual({ ok: true, rules: [rule] })
  })

  it.each([
    ['a list', [service, other]],
    ['rules as they are called here', [rule, { ...rule, value: 'red' }]],
    ['a role mapping', { Type: 'Rules', RulesConfiguration: { Rules: [service, other] } }],
    ['an answer of the CLI', { Roles: {}, RoleMappings: { g: { RulesConfiguration: { Rules: [service, other] } } } }],
    ['our list in an object', { rules: [rule, other] }],
  ])('are read out of %s', (_, value) => {
    const expected = { ok: true, rules: [rule, { ...rule, value: 'red' }] }
    expect(readRules(JSON.stringify(value))).toEqual(expected)
    expect(readRules(JSON.stringify(value, null, 4))).toEqual(expected)
  })

  it('are read out of a single rule', () => {
    expect(readRules(JSON.stringify(service))).toEqual({ ok: true, rules: [rule] })
  })

  it.each([
    ['', ['Line 1: A value is missing, or a text without double quotes: the text ends.']],
    ['{ "Rules": [\n  { "Claim": "a" "Value": "b" }\n]}', ['Line 2: A comma or } is missing: there is " instead.']],
    ['[{"Claim": "a",}]', ['Line 1: Before } there is a comma too many.']],
    ['{ Rules: [] }', ['Line 1: The name of a member, in double quotes, is missing: there is R instead.']],
    [
      '[\n"a",\n7]',
      [
        'Line 2, rule 1: This is no rule: a rule is an object with Claim, MatchType, Value and RoleARN.',
        'Line 3, rule 2: This is no rule: a rule is an object with Claim, MatchType, Value and RoleARN.',
      ],
    ],
    ['["\\x"]', ['Line 1: In this text there is a character that JSON does not take as it is.']],
    ['[] 7', ['Line 1: After the end of the JSON there is 7.']],
    ['{"Rules": []}', ['Line 1: This list has no rules in it.']],
    ['{"Type": "Token"}', ['Line 1: There are no rules in this: they are a list, or an object with Rules in it.']],
    ['['.repeat(50), ['Line 1: This is nested too deeply.']],
    [
      '{"RoleMappings": {"a": {"RulesConfiguration": {}}, "b": {"RulesConfiguration": {}}}}',
      ['Line 1: This has rules of several providers: paste those of one.'],
    ],
    ['{"RoleMappings": {"a": {"Type": "Token"}}}', ['Line 1: There is no provider with rules in this.']],
    [
      `[\n{"Claim": "a b",\n"MatchType": "equals",\n"Value": "",\n"RoleARN": "${arn}"},\n{"Claim": 7, "Values": "x"}]`,
      [
        'Line 2, rule 1: A claim has no spaces or control characters.',
        'Line 3, rule 1: MatchType is one of Equals, NotEqual, StartsWith and Contains.',
        'Line 4, rule 1: Give a value.',
        'Line 6, rule 2: Values is nothing that a rule has.',
        'Line 6, rule 2: Claim is no text.',
        'Line 6, rule 2: MatchType is missing.',
        'Line 6, rule 2: Value is missing.',
        'Line 6, rule 2: RoleARN is missing.',
      ],
    ],
  ])('with mistakes are refused with their lines: %s', (text, problems) => {
    const read = readRules(text)
    expect(read.ok ? [] : read.problems.toSorted()).toEqual(problems.toSorted())
  })
})
