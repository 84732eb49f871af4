/** The live tenant could not be had. */
export function Trouble({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="waiting" role="alert">
      <p>{message}</p>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </p>
    </div>
  )
}
