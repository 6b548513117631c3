import { writing } from '../operation/write.ts'
import { deleteIdentityPool } from './actions.ts'

export const poolDeletion = writing(deleteIdentityPool)
