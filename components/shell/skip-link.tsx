/** The first stop of the keyboard on every page: past the head, to the content. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md border border-line-strong bg-raised px-3 py-1.5 font-medium shadow-raised focus-visible:translate-y-0 motion-reduce:transition-none"
    >
      Skip to content
    </a>
  )
}
