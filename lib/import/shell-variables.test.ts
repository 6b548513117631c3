import { describe, expect, it } from 'vitest'
import { only } from './only-pool-for-tests.ts'

const asked = async (above: string, name = '"$NAME"') => {
  const { questions, snapshot } = await only(`#!/bin/sh
${above}
aws cognito-identity create-identity-pool --identity-pool-name ${name} --no-allow-unauthenticated-identities`)
  return [snapshot.pool.name, ...questions.map(({ id, preset }) => [id, preset])]
}

describe('a variable of the shell', () => {
  it.each([
    ['NAME="harbour north"', undefined],
    ["export NAME='harbour north'; set -e", undefined],
    ['REGION=eu-west-1 NAME="harbour north" && true', '${NAME}'],
  ])('is asked for with what it is set to above: %s', async (above, name) => {
    expect(await asked(above, name)).toEqual(['harbour north', ['$NAME', 'harbour north']])
  })

  it('set to another is asked for by that one', async () => {
    expect(await asked('STAGE=prod\nNAME=harbour-$STAGE')).toEqual([
      'harbour-prod',
      ['$NAME', 'harbour-prod'],
      ['$STAGE', 'prod'],
    ])
    expect(await asked('NAME=harbour-$STAGE')).toEqual(['', ['$STAGE', null]])
  })

  it.each([
    ['NAME=a\nNAME=b'],
    ['NAME=$(hostname)'],
    ['NAME="$(hostname)"'],
    ['NAME=`hostname`'],
    ['NAME=(a b)'],
    ['NAME=a true'],
    ['NAME='],
  ])('is only asked for where that is not told: %s', async (above) => {
    expect(await asked(above)).toEqual(['', ['$NAME', null]])
  })

  it('that is changed where it stands is only asked for', async () => {
    expect(await asked('NAME=harbour-north', '${NAME%-*}')).toEqual(['', ['$NAME', null]])
  })
})
