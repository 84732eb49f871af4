import { spanWords } from '../happening.ts'
import { whileItCan } from '../while-it-can.ts'
import { Card } from './Card.tsx'
import type { Wait } from './needs-of.ts'

export interface ClockProps {
  /** Seconds that have passed since the beginning, by the reader's own doing. */
  passed: number
  /** What the person can wait for; it has no effect if `isOpen` is false. */
  waits: readonly (Wait & { isOpen: boolean })[]
  onPass: (seconds: number) => void
}

/** In the largest unit that there is a whole one of: “2 days later”. */
const later = (seconds: number) => (seconds === 0 ? 'now' : `${spanWords(seconds)} later`)

export function Clock({ passed, waits, onPass }: ClockProps) {
  return (
    <Card kind="clock" title="Clock" aside={later(passed)}>
      {waits.map(({ label, seconds, isOpen }) => (
        <button
          key={seconds}
          type="button"
          className="act quiet"
          data-press={`wait ${seconds}`}
          {...whileItCan(isOpen, () => onPass(seconds))}
        >
          {label}
        </button>
      ))}
    </Card>
  )
}
