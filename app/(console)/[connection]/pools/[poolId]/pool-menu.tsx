'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { poolActs } from '#components/pool-acts.ts'
import { keepPool } from '#components/recent-pools.ts'
import { leave } from '#components/save/leaving.ts'
import { DangerousItem } from '#components/ui/dangerous-item.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { closingMenu, menuItem } from '#components/ui/menu.ts'
import { useDenial } from '#components/use-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'

const EmptyPoolDialog = dynamic(() => import('./empty-pool-dialog.tsx'), { ssr: false })
const DeletePoolDialog = dynamic(() => import('./delete-pool-dialog.tsx'), { ssr: false })

/** What can be done with a pool besides changing it, what destroys it last; the palette knows the same. */
export default function PoolMenu({ pool, detail }: { pool: PoolRef; detail: Pool | null }) {
  const { connectionId, poolId } = pool
  const name = detail?.name ?? null
  const router = useRouter()
  const [deleting, setDeleting] = useState(false)
  const [emptying, setEmptying] = useState(false)
  const mayNotEmpty = useDenial(connectionId, 'identities:delete')
  const forbidden = useDenial(connectionId, 'pools:delete')
  const denied = forbidden ?? (detail === null ? 'Its configuration is not read yet.' : null)
  const remove = () => setDeleting(true)
  const acts = poolActs(pool)
  const byKey = acts.flatMap(({ label, keys, does }) =>
    keys && 'href' in does
      ? [{ words: label, keys, isUnlisted: true, run: () => leave(does.href, () => router.push(does.href)) }]
      : [],
  )
  useCommands(
    'This pool',
    [
      ...byKey,
      { words: 'Delete every identity…', denied: mayNotEmpty, run: () => setEmptying(true) },
      { words: 'Delete pool…', denied, run: remove },
    ],
    {
      ref: pool,
      name: name ?? poolId,
    },
  )
  useEffect(() => {
    if (name !== null) keepPool({ connectionId, poolId }, name)
  }, [connectionId, poolId, name])
  return (
    <>
      <ul>
        {acts.map(({ label, keys, icon: Icon, does }) => (
          <li key={label}>
            {'href' in does ? (
              <Link href={does.href} aria-keyshortcuts={keys} className={menuItem}>
                <Icon />
                <span className="flex-1">{label}</span>
                {keys && (
                  <span aria-hidden="true">
                    <Kbd>{keys}</Kbd>
                  </span>
                )}
              </Link>
            ) : (
              <button type="button" className={menuItem} onClick={closingMenu(does.run)}>
                <Icon />
                {label}
              </button>
            )}
          </li>
        ))}
      </ul>
      <DangerousItem label="Delete every identity…" denied={mayNotEmpty} onChoose={() => setEmptying(true)} />
      <DangerousItem label="Delete pool…" denied={denied} onChoose={remove} />
      {emptying && <EmptyPoolDialog pool={pool} name={name ?? poolId} onClose={() => setEmptying(false)} />}
      {deleting && detail && <DeletePoolDialog pool={pool} detail={detail} onClose={() => setDeleting(false)} />}
    </>
  )
}
