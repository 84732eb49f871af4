type Stop = HTMLElement | SVGElement

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const middleOf = (stop: Stop) => {
  const { left, top, width, height } = stop.getBoundingClientRect()
  return [left + width / 2, top + height / 2] as const
}

/** The text of a part. Its lines are elements of their own, without spaces between them. */
function wordsIn(stop: Stop): string {
  const texts = document.createTreeWalker(stop, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  while (texts.nextNode()) words.push(texts.currentNode.nodeValue?.trim() ?? '')
  return words.filter(Boolean).join(' ')
}

/** The nearest stop in a direction; what lies off to the side counts as further away. */
function nearest(stops: readonly Stop[], from: Stop, [dx, dy]: readonly [number, number]): Stop | undefined {
  const [x, y] = middleOf(from)
  const ways = stops.flatMap((stop) => {
    const [toX, toY] = middleOf(stop)
    const along = (toX - x) * dx + (toY - y) * dy
    const aside = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx)
    return stop !== from && along > 1 ? [{ stop, far: along + 2 * aside }] : []
  })
  return ways.toSorted((one, other) => one.far - other.far)[0]?.stop
}

/**
 * Makes the states and transitions of a diagram buttons. Tab reaches the one where the reader is, and arrow keys lead from
 * one to the next, so that a large diagram is one stop on the way through the page.
 * @param onGo is called with the button that was pressed
 */
export function makeStops(svg: SVGSVGElement, onGo: (stop: Stop) => void): void {
  const stops = [...svg.querySelectorAll<Stop>('.state, .arrow-label [data-edge]')]
  for (const stop of stops) {
    stop.setAttribute('role', 'button')
    stop.setAttribute('aria-label', wordsIn(stop))
    stop.setAttribute('tabindex', '-1')
  }
  const stopAt = (target: EventTarget | null) => {
    const found = target instanceof Element && target.closest<Stop>('[role="button"]')
    return found && stops.includes(found) ? found : undefined
  }
  const select = (stop: Stop | undefined) => {
    for (const each of stops) each.setAttribute('tabindex', each === stop ? '0' : '-1')
  }
  const selectHere = () => {
    if (!svg.contains(document.activeElement)) select(stops.find((stop) => stop.matches('.here')) ?? stops[0])
  }
  selectHere()
  addEventListener('diagram-marked', selectHere)

  svg.addEventListener('click', ({ target }) => {
    const stop = stopAt(target)
    if (!stop) return
    select(stop)
    onGo(stop)
  })
  // An SVG that listens to the focus itself becomes a stop of its own in Chromium.
  svg.parentElement?.addEventListener('focusin', ({ target }) => {
    const stop = stopAt(target)
    if (stop) select(stop)
  })
  svg.addEventListener('keydown', (event) => {
    const stop = stopAt(event.target)
    if (!stop || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    if (direction) {
      const next = nearest(stops, stop, direction)
      next?.focus({ preventScroll: true })
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (event.key === 'Enter' || event.key === ' ') onGo(stop)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
}
