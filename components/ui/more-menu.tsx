import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import { Popover } from './popover.tsx'

/** What one does seldom with the thing that a page shows, behind one button of its head. */
export const MoreMenu = ({ children }: { children: ReactNode }) => (
  <Popover
    label="More"
    align="end"
    triggerClass={buttonClass('secondary', 'md')}
    className="w-64 p-1"
    trigger={
      <>
        <Ellipsis />
        More
      </>
    }
  >
    {children}
  </Popover>
)
