import { checkMappings, checkRoles } from '../rules/known-values.ts'
import { invalidParameter } from '../state/errors.ts'
import { findPool, savePool } from '../state/pools.ts'
import { poolId, roleMappings, type RoleMappings, roles } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

const MOST_RULES = 25

export const setIdentityPoolRoles = defineOperation({
  name: 'SetIdentityPoolRoles',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId, Roles: roles },
    optional: { RoleMappings: roleMappings },
  },
  differences: [
    'RoleMappings left out clears the mappings, or keeps them with `--mappings-left-out keep`; not proven on the service.',
    'Roles are neither looked up in IAM nor is `iam:PassRole` checked; a value that is no role’s ARN is refused as the service does (`Access to Role … is forbidden.`).',
    'More than 25 rules for one provider are refused with InvalidParameterException, though the API’s model admits 400.',
  ],
  run({ world, region }, input) {
    const given = input.RoleMappings ?? {}
    refuseIncomplete(given)
    if (world.values === 'check') checkRoles(input.Roles, given)
    world.store.transaction(() => {
      const pool = findPool(world.store, region, input.IdentityPoolId)
      if (world.values === 'check') checkMappings(pool, given)
      const kept = world.mappingsLeftOut === 'keep' ? pool.roleMappings : null
      savePool(world.store, { ...pool, roles: input.Roles, roleMappings: input.RoleMappings ?? kept })
    })
    return undefined
  },
})

function refuseIncomplete(mappings: RoleMappings) {
  for (const [provider, { Type, AmbiguousRoleResolution, RulesConfiguration }] of Object.entries(mappings)) {
    if (!AmbiguousRoleResolution) throw invalidParameter(`AmbiguousRoleResolution is required for ${provider}.`)
    if (Type === 'Rules' && !RulesConfiguration)
      throw invalidParameter(`RulesConfiguration is required for ${provider}.`)
    if ((RulesConfiguration?.Rules.length ?? 0) > MOST_RULES) {
      throw invalidParameter(`At most ${MOST_RULES} rules are allowed for ${provider}.`)
    }
  }
}
