import type { Metadata } from 'next'
import { config } from '#lib/config/config.ts'
import { localPath } from '#lib/sign-in/local-path.ts'
import { BarePage } from '../../components/bare-page.tsx'
import { SignInWays } from './sign-in-ways.tsx'
import { WhyHere } from './why-here.tsx'

export const metadata: Metadata = { title: 'Sign in' }

const text = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const asked = await searchParams
  const { oidc } = config()
  const [token, to] = [text(asked.token), localPath(text(asked.to))]
  return (
    <BarePage>
      <div className="mx-auto mt-16 w-full max-w-sm space-y-5 px-4 sm:mt-28">
        <h1 className="text-xl font-semibold tracking-tight">Sign in to Lifeguard</h1>
        <WhyHere why={text(asked.why)} claim={oidc?.roleClaim ?? null} />
        <SignInWays token={token} to={to} provider={oidc?.name ?? null} />
      </div>
    </BarePage>
  )
}
