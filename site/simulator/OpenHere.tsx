import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'

interface Props {
  flow: Flow
  moments: Moment[]
  at: number
}

/** What the documentation leaves open about the screen of a moment, for somebody who knows no way on from there. */
export function OpenHere({ flow, moments, at }: Props) {
  const screen = moments[at]?.screen ?? ''
  const gaps = flow.gaps.filter(({ screens }) => screens?.includes(screen))
  return gaps.map(({ id, title, text }) => (
    <details key={id} className="open-here">
      <summary>{title}</summary>
      <p>{text}</p>
    </details>
  ))
}
