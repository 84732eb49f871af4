/** A raised hand, in the colour of the text. */
export const HandIcon = () => (
  <svg className="hand-icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M6 10V4.6a1.2 1.2 0 0 1 2.4 0V9m0-.4V3.2a1.2 1.2 0 0 1 2.4 0V9m0-.2V4a1.2 1.2 0 0 1 2.4 0v6.4m0-3a1.2 1.2 0 0 1 2.4 0V12c0 3.6-2.2 6-5.4 6-2.4 0-3.8-1-5-3.2L3.200 11.6c-.8-1.5 1-2.600 2-1.300L6.200 12" />
  </svg>
)
