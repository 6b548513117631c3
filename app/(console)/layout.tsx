import { Hydrated } from '#components/hydrated.tsx'
import { listConnections } from '#lib/connections/actions.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { dehydrated } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { HearOtherTabs } from '../../components/identity-news/hear-other-tabs.tsx'
import { JobTrayPlace } from '../../components/jobs/job-tray-place.tsx'
import { BarePage } from '../../components/bare-page.tsx'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { KeepFocus } from '../../components/shell/keep-focus.tsx'
import { SkipLink } from '../../components/shell/skip-link.tsx'
import { TopBar } from '../../components/shell/top-bar.tsx'
import { NavigationBar } from '../../components/shell/navigation-bar.tsx'

export default async function ConsoleLayout({ children }: LayoutProps<'/'>) {
  const session = await listConnections({})
  if (!session.ok) {
    return (
      <BarePage>
        <ErrorState title="The console could not be opened" {...session.error} />
      </BarePage>
    )
  }
  const queryClient = getQueryClient()
  queryClient.setQueryData(consoleSession().queryKey, session.value)
  return (
    <Hydrated state={dehydrated(consoleSession().queryKey)}>
      <HearOtherTabs />
      <KeepFocus />
      <NavigationBar />
      <SkipLink />
      <TopBar session={session.value} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-4 py-6 outline-none sm:px-6 lg:pr-[calc(1.5rem+var(--details))]"
      >
        {children}
      </main>
      <JobTrayPlace />
    </Hydrated>
  )
}
