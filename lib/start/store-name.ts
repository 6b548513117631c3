import { storeFile, type StorePlace } from '../db/open.ts'

/** How sentences about the store begin, without its password. */
export const storeName = (place: StorePlace): string =>
  place.databaseUrl === null ? `The store ${storeFile(place)}` : 'The store of DATABASE_URL'
