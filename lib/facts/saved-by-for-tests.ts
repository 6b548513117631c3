import { unwrap, type Result } from '../core/result.ts'
import { savedValue, type Saved } from './saved.ts'

/** What a save left at the service. */
export const savedBy = async <T>(answer: Promise<Result<Saved<T>>>): Promise<T> => savedValue(await unwrap(answer))
