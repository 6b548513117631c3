'use client'

import { Braces, ClipboardPaste, Copy } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { MappingRule } from '#lib/roles/pool-roles.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { copyText } from '../copy-text.ts'
import { Button } from '../ui/button.tsx'
import type { TakeRules } from './take-rules.ts'

const CopyRulesDialog = dynamic(() => import('./copy-rules-dialog.tsx'), { ssr: false })
const PasteRulesDialog = dynamic(() => import('./paste-rules-dialog.tsx'), { ssr: false })

type RuleTransferProps = { index: number; provider: string; onTake: TakeRules }

/** Rules from another provider of the form, out of a text, and into one. */
export function RuleTransfer({ index, provider, onTake }: RuleTransferProps) {
  const { control, getValues } = useFormContext<RolesForm>()
  const [opened, setOpened] = useState<'copy' | 'paste' | null>(null)
  const others = useWatch({
    control,
    name: 'providers',
    compute: (providers: RolesForm['providers']) =>
      providers.some(({ choice, rules }, at) => at !== index && choice === 'rules' && rules.length > 0),
  })
  const own = useWatch({ control, name: `providers.${index}.rules`, compute: (rules: MappingRule[]) => rules.length })
  const rulesHere = () => getValues(`providers.${index}.rules`)
  const copyJson = async () => {
    const { toRulesJson } = await import('#lib/roles/rules-json.ts')
    await copyText(toRulesJson(rulesHere()), 'rules as JSON')
  }
  const shared = {
    provider,
    present: own,
    onClose: () => setOpened(null),
    onTake(...taken: Parameters<TakeRules>) {
      setOpened(null)
      onTake(...taken)
    },
  }
  return (
    <div className="flex flex-wrap gap-1">
      {others && (
        <Button size="sm" variant="ghost" icon={<Copy />} onClick={() => setOpened('copy')}>
          Copy rules from…
        </Button>
      )}
      <Button size="sm" variant="ghost" icon={<ClipboardPaste />} onClick={() => setOpened('paste')}>
        Paste JSON…
      </Button>
      {own > 0 && (
        <Button size="sm" variant="ghost" icon={<Braces />} onClick={() => void copyJson()}>
          Copy as JSON
        </Button>
      )}
      {opened === 'copy' && <CopyRulesDialog {...shared} providers={getValues('providers')} />}
      {opened === 'paste' && <PasteRulesDialog {...shared} />}
    </div>
  )
}
