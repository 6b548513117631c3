import type { UserPool } from '../state/user-pools.ts'

/** The user pools of the demonstration: those that its identity pools name, and one that none names yet. */
export const demoUserPools: readonly UserPool[] = [
  {
    id: 'us-east-1_Nw7Rk2pQa',
    name: 'northwind-users',
    clients: {
      '4n7webclient2k9s8d1example': 'web',
      '6h3adminclient5p0q7example': 'admin',
      '2k5posclient9m3x4example': 'till',
    },
  },
  { id: 'us-east-1_Fs3Tq9vLx', name: 'field-survey', clients: { '1s2urveyclient8r4t6example': 'survey-app' } },
  {
    id: 'us-east-1_Pt8Wb5nKd',
    name: 'northwind-partners',
    clients: { '7p1artnerclient4c6v2example': 'partner-portal' },
  },
]
