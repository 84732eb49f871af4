import { Card } from './Card.tsx'

export interface ClockProps {
  /** Days that have passed since the beginning, by the reader's own doing. */
  passed: number
  /** Nothing happens by waiting where the model knows no such event. */
  onPass?: () => void
}

export function Clock({ passed, onPass }: ClockProps) {
  return (
    <Card kind="clock" title="Clock" aside={passed === 0 ? 'now' : `${passed} days later`}>
      <button type="button" className="act quiet" data-press="clock" disabled={!onPass} onClick={onPass}>
        Let two days pass
      </button>
    </Card>
  )
}
