/** The browser before the first page: the flow begins on the desk. */
export function NothingOpen() {
  return (
    <div className="nothing-open">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <rect x="5" y="11" width="38" height="27" rx="4" />
        <path d="m6 14 18 14 18-14" />
      </svg>
      <p>No page is open yet. The flow begins on the desk.</p>
    </div>
  )
}
