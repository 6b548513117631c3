'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Loaded } from '#components/loaded.tsx'
import { failureOf } from '#components/reading.ts'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shown } from '#components/ui/shown.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { accessPath, tagsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { taggedProviders, untaggedProviders, type PrincipalTags } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'

/** What else there is to know of a pool at a glance: its ARN, its tags, and what its users' sessions are tagged with. */
export function PoolDetails({ pool }: { pool: PoolRef }) {
  const query = useQuery(poolDetail(pool))
  // The page tells the failure elsewhere.
  if (query.data === undefined && failureOf(query) !== null) return null
  return (
    <Section title="Details">
      <Card>
        <Loaded query={query} skeleton="h-28">
          {(detail) => (
            <DefinitionList
              items={[
                { term: 'ARN', detail: <Arn pool={pool} /> },
                { term: 'Tags', detail: <Tags pool={pool} tags={detail.tags} /> },
                {
                  term: 'Attributes for access control',
                  detail: (
                    <>
                      <SessionTags pool={pool} detail={detail} />
                      {untaggedProviders(detail).map((provider) => (
                        <span key={provider} className="block wrap-anywhere text-soft">
                          {`${isolated(loginLabel(provider))}: AWS keeps no principal tags for a name this long`}
                        </span>
                      ))}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </Section>
  )
}

function Arn({ pool }: { pool: PoolRef }) {
  return (
    <Loaded query={useQuery(poolTags(pool))} title="The ARN could not be read" skeleton="h-7" bare>
      {({ arn }) => <MonoId value={arn} shorten="never" copyLabel="Copy pool ARN" />}
    </Loaded>
  )
}

function Tags({ pool, tags }: { pool: PoolRef; tags: Record<string, string> }) {
  const entries = Object.entries(tags)
  if (entries.length === 0) return <Set href={tagsPath(pool)}>None</Set>
  return (
    <ul>
      {entries.map(([key, value]) => (
        <li key={key}>
          <Shown>{`${isolated(key)} = ${isolated(value)}`}</Shown>
        </li>
      ))}
    </ul>
  )
}

function SessionTags({ pool, detail }: { pool: PoolRef; detail: Pool }) {
  const providers = taggedProviders(detail)
  const query = useQuery({ ...principalTagsOf(pool, providers), enabled: providers.length > 0 })
  if (providers.length === 0) return <span className="text-soft">None</span>
  return (
    <Loaded query={query} title="The principal tags could not be read" skeleton="h-5" bare>
      {(all) => {
        const set = all.filter(({ useDefaults, tags }) => useDefaults || Object.keys(tags).length > 0)
        if (set.length === 0) return <Set href={accessPath(pool)}>None</Set>
        return (
          <ul>
            {set.map((one) => (
              <li key={one.provider}>
                <Shown>{`${isolated(loginLabel(one.provider))}: ${claimsOf(one)}`}</Shown>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}

const claimsOf = ({ useDefaults, tags }: PrincipalTags): string =>
  useDefaults
    ? 'default mapping'
    : Object.entries(tags)
        .map(([key, claim]) => `${isolated(key)} from ${isolated(claim)}`)
        .join(', ')

function Set({ href, children }: { href: string; children: string }) {
  return (
    <>
      <span className="text-soft">{children}</span>{' '}
      <Link href={href} className="rounded-sm text-accent-ink underline">
        Set
      </Link>
    </>
  )
}
