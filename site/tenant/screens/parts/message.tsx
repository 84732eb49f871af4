interface MessageProps {
  id?: string
  /** Nothing is shown without it, but the place is kept for scripts. */
  children?: string | undefined
  tone?: 'wrong' | 'note'
}

/** What a person must hear at once. */
export function Message({ id, children, tone = 'wrong' }: MessageProps) {
  return (
    <p id={id} className={`message ${tone === 'note' ? 'done' : 'wrong'}`} role="alert">
      {children}
    </p>
  )
}
