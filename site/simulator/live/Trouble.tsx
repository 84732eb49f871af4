interface TroubleProps {
  message: string
  /** The sandbox is there no longer: another one is offered. */
  isGone?: boolean | undefined
  onRetry: () => void
  /** Goes on without the tenant. */
  onModel: () => void
}

/** The live tenant could not be had, or no longer. */
export function Trouble({ message, isGone = false, onRetry, onModel }: TroubleProps) {
  return (
    <div className="waiting" role="alert">
      <p>{message}</p>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          {isGone ? 'Make a new sandbox' : 'Try again'}
        </button>{' '}
        <button type="button" className="button" onClick={onModel}>
          Walk in the model
        </button>
      </p>
    </div>
  )
}
