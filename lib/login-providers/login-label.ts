import { loginProvider } from './login-provider.ts'

/** A login provider's name as people say it; the name itself where there is no shorter one. */
export const loginLabel = (provider: string): string => loginProvider(provider).label
