import { keepPressed, startNavigation } from './components/shell/navigation.ts'

// What `z.config({ jitless: true })` sets, without zod itself, which few pages need: else it tries whether it may compile
// code, which the policy of every page forbids and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

keepPressed()

export const onRouterTransitionStart = (url: string) => startNavigation(url)
