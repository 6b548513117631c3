import 'server-only'
import { join } from 'node:path'

/** Where the console that has a data directory listens for commands. */
export const socketPath = (dataDir: string): string => join(dataDir, 'command.sock')
