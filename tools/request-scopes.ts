import { AsyncLocalStorage } from 'node:async_hooks'

// As the framework's server does at its start: without it nothing can be done as a request.
Object.assign(globalThis, { AsyncLocalStorage })
