import { createWorld } from './create-world.ts'
import { readOptions, usage } from './options.ts'
import { listen } from './server/listen.ts'

async function start(args: string[]) {
  const options = readOptions(args)
  if (options.help) return console.log(usage)
  const world = createWorld({ ...options.world, say: console.log })
  const { server, url } = await listen(world, options).catch((error: unknown) => {
    world.store.close()
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code === 'EADDRINUSE' ? 'the port is in use' : message
    throw new Error(`Cannot listen on ${options.host}, port ${options.port}: ${reason}.`, { cause: error })
  })
  function stop() {
    server.close()
    server.closeAllConnections()
    world.store.close()
    process.exit()
  }
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop)
  console.log(`Emulator ready on ${url}`)
}

start(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`emulator: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
