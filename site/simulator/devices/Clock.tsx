import { Card } from './Card.tsx'
import type { Wait } from './needs-of.ts'

export interface ClockProps {
  /** Seconds that have passed since the beginning, by the reader's own doing. */
  passed: number
  /** What the person can wait for; it has no effect if `isOpen` is false. */
  waits: readonly (Wait & { isOpen: boolean })[]
  onPass: (seconds: number) => void
}

const units = [
  { name: 'day', seconds: 24 * 60 * 60 },
  { name: 'hour', seconds: 60 * 60 },
  { name: 'minute', seconds: 60 },
] as const

/** In the largest unit that there is a whole one of: “2 days later”. */
function later(seconds: number): string {
  if (seconds === 0) return 'now'
  const unit = units.find((unit) => seconds >= unit.seconds) ?? { name: 'second', seconds: 1 }
  const count = Math.round(seconds / unit.seconds)
  return `${count} ${unit.name}${count === 1 ? '' : 's'} later`
}

export function Clock({ passed, waits, onPass }: ClockProps) {
  return (
    <Card kind="clock" title="Clock" aside={later(passed)}>
      {waits.map(({ label, seconds, isOpen }) => (
        <button
          key={seconds}
          type="button"
          className="act quiet"
          data-press={`wait ${seconds}`}
          disabled={!isOpen}
          onClick={() => onPass(seconds)}
        >
          {label}
        </button>
      ))}
    </Card>
  )
}
