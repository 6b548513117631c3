export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md'

const base =
  'inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none transition-colors ' +
  'off:cursor-not-allowed aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-ink text-canvas forced-colors:text-[ButtonText] hover:bg-ink/88 active:bg-ink/80 off:bg-active off:text-faint pending:bg-ink/80',
  secondary:
    'border-line-strong bg-surface text-ink hover:bg-hover active:bg-active off:border-line off:bg-transparent off:text-faint pending:text-soft',
  ghost:
    'border-transparent text-soft hover:bg-hover hover:text-ink active:bg-active off:bg-transparent off:text-faint off:opacity-50',
  danger:
    'border-transparent bg-danger text-white forced-colors:text-[ButtonText] hover:bg-danger-hover active:bg-danger-hover off:bg-active off:text-faint pending:bg-danger-hover',
}

const sizes: Record<ButtonSize, string> = { sm: 'h-7 text-xs', md: 'h-8 text-sm' }

const shapes = {
  text: { sm: 'gap-1.5 px-2.5', md: 'gap-2 px-3' },
  icon: { sm: 'w-7', md: 'w-8' },
} satisfies Record<string, Record<ButtonSize, string>>

/** The look shared by buttons, links that look like buttons, and icon buttons. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, shape: keyof typeof shapes = 'text') {
  return `${base} ${variants[variant]} ${sizes[size]} ${shapes[shape][size]}`
}
