import { config } from 'zod/v4/core'
import { keepPressed, startNavigation } from './components/shell/navigation.ts'

// Else zod tries whether it may compile code, which the policy of every page forbids and reports.
config({ jitless: true })

keepPressed()

export const onRouterTransitionStart = (url: string) => startNavigation(url)
