import { array, assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFitting, literalFit, looseFit } from './name-match.ts'

const names = ['Trailhead Mobile', 'Northwind Portal', 'Harbour Web', 'Kiosk', 'Field Service']
const wordsOf = (query: string) => query.toLowerCase().split(/\s+/).filter(Boolean)
const found = (query: string, fit = looseFit) =>
  bestFitting(names, (name) => fit(wordsOf(query), name.toLowerCase(), ''))

const letters = 'abcdefghijklmnopqrstuvwxyz'
const word = string({ unit: constantFrom(...letters), minLength: 5, maxLength: 14 })

describe('a name', () => {
  it('is found although letters are swapped, missing, doubled or wrong', () => {
    for (const query of ['traihlead', 'trailhaed', 'trailead', 'traillhead', 'nrthwnd', 'notrhwind', 'harbor', 'trl'])
      expect([query, found(query).length]).toEqual([query, query === 'trl' ? 0 : 1])
    expect(found('mobiel traihlead')).toEqual(['Trailhead Mobile'])
    expect(found('haubour')).toEqual(['Harbour Web'])
  })

  it('is not found by what only resembles it a little, nor by digits', () => {
    for (const query of ['schmidt', 'member-10001', 'kisses', 'kx', 'trail@head', 'northwind kiosk'])
      expect([query, found(query)]).toEqual([query, []])
  })

  it('comes the sooner the nearer its beginning the words stand', () => {
    const pools = ['my orders', 'reorders', 'orders', 'orders of 2024']
    expect(bestFitting(pools, (name) => literalFit(['orders'], name, ''))).toEqual([
      'orders',
      'orders of 2024',
      'my orders',
      'reorders',
    ])
    expect(literalFit(['ord', '4718'], 'orders', 'us-east-1:4718')).toBeGreaterThan(0)
    expect(literalFit(['ord', '4719'], 'orders', 'us-east-1:4718')).toBe(0)
  })

  it('is found with any two neighbours swapped and any letter left out', () => {
    assert(
      property(word, integer({ min: 0, max: 12 }), (name, seed) => {
        const at = seed % (name.length - 1)
        const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
        const shorter = name.slice(0, at) + name.slice(at + 1)
        for (const typed of [swapped, shorter]) expect(looseFit([typed], `${name} portal`, '')).toBeGreaterThan(0)
      }),
    )
  })

  it('is found loosely wherever its beginning is typed', () => {
    assert(
      property(array(word, { minLength: 1, maxLength: 4 }), integer({ min: 3, max: 14 }), (parts, length) => {
        const name = parts.join(' ')
        const typed = parts.map((part) => part.slice(0, length))
        expect(literalFit(typed, name, '')).toBeGreaterThanOrEqual(looseFit(typed, name, ''))
        expect(looseFit(typed, name, '')).toBeGreaterThan(0)
      }),
    )
  })

  it('is found quickly among ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `customer portal ${index} of region north`)
    many.push('trailhead mobile')
    const begun = performance.now()
    expect(bestFitting(many, (name) => looseFit(['traihlead', 'moible'], name, ''), 20)).toEqual(['trailhead mobile'])
    expect(performance.now() - begun).toBeLessThan(400)
  })
})
