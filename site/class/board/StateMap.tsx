import { Suspense, use, useEffect, useRef } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { loadFlow } from '../client/load-flow.ts'
import type { Seen } from './sight.ts'

interface Props {
  packId: string
  flow: Flow
  seen: readonly Seen[]
}

/** The state diagram, with how many people are at each state. */
export function StateMap(props: Props) {
  return (
    <Suspense fallback={<p className="waiting">One moment …</p>}>
      <Loaded {...props} />
    </Suspense>
  )
}

function Loaded({ packId, flow, seen }: Props) {
  const { diagram } = use(loadFlow(packId, flow.id))
  const sheet = useRef<HTMLDivElement>(null)
  const counts = countsOf(flow, seen)
  useEffect(() => {
    if (sheet.current) sheet.current.innerHTML = diagram
  }, [diagram])
  useEffect(() => {
    if (sheet.current) mark(sheet.current, counts)
  })
  const hasPeople = counts.size > 0
  useEffect(() => {
    // The diagram is as large as it can be read: it opens where most people are.
    if (sheet.current && diagram && hasPeople) showMost(sheet.current)
  }, [diagram, hasPeople])
  if (!diagram)
    return <p className="nothing-yet">This flow’s diagram was not drawn when the site was built.</p>
  return (
    <>
      <div className="diagram">
        <div className="sheet" ref={sheet} role="img" aria-label={`State diagram of ${flow.title}`} />
      </div>
      <ul className="visually-hidden">
        {[...counts].map(([state, { all }]) => (
          <li key={state}>
            {state}: {all}
          </li>
        ))}
      </ul>
    </>
  )
}

interface Count {
  all: number
  stuck: number
}

function countsOf(flow: Flow, seen: readonly Seen[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { row, mood } of seen) {
    if (row.flow !== flow.id || mood === 'gone') continue
    const { all, stuck } = counts.get(row.state) ?? { all: 0, stuck: 0 }
    counts.set(row.state, { all: all + 1, stuck: stuck + (mood === 'stuck' ? 1 : 0) })
  }
  return counts
}

const SVG = 'http://www.w3.org/2000/svg'

/** Puts a badge with the number onto each state where someone is. */
function mark(sheet: HTMLElement, counts: ReadonlyMap<string, Count>) {
  for (const badge of sheet.querySelectorAll('.badge')) badge.remove()
  for (const element of sheet.querySelectorAll<SVGGElement>('[data-state]')) {
    const count = counts.get(element.dataset.state ?? '')
    element.classList.toggle('been', count !== undefined)
    if (!count) continue
    const box = element.getBBox()
    const badge = document.createElementNS(SVG, 'g')
    badge.setAttribute('class', count.stuck > 0 ? 'badge stuck' : 'badge')
    badge.setAttribute('transform', `translate(${box.x + box.width} ${box.y})`)
    const circle = document.createElementNS(SVG, 'circle')
    circle.setAttribute('r', '15')
    const text = document.createElementNS(SVG, 'text')
    text.setAttribute('text-anchor', 'middle')
    text.setAttribute('dy', '0.36em')
    text.textContent = String(count.all)
    badge.append(circle, text)
    element.append(badge)
  }
}

/** Scrolls to the state at which most people are. */
function showMost(sheet: HTMLElement) {
  const [most] = [...sheet.querySelectorAll('.badge')].toSorted(
    (one, other) => Number(other.textContent) - Number(one.textContent),
  )
  if (!most) return
  const [badge, view] = [most.getBoundingClientRect(), sheet.getBoundingClientRect()]
  sheet.scrollBy({
    top: badge.top - view.top - view.height / 2,
    left: badge.left - view.left - view.width / 2,
  })
}
