'use client'

import dynamic from 'next/dynamic'

/** The offer to cut off, loaded when there is somebody to. */
export const LazyCutOffOffer = dynamic(() => import('./cut-off-offer.tsx'), { ssr: false })
