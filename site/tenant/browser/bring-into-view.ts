/** What is left free between an element and the edge of what scrolls, in CSS px. */
const ROOM = 8

const isScroller = (box: Element) =>
  box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflow)

/** The element around another; outside a shadow root comes its host. */
function around(element: Element): Element | null {
  const root = element.getRootNode()
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}

/** What can be seen of a box that scrolls, in the window's coordinates. */
function windowOf(box: Element) {
  if (box === document.scrollingElement) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
  return box.getBoundingClientRect()
}

/** By how much something has to move so that it is between two edges; its beginning counts where it does not fit. */
function offset(start: number, end: number, from: number, to: number): number {
  if (start < from || end - start > to - from) return start - from
  return Math.max(0, end - to)
}

function reveal(element: Element, box: Element): void {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const seen = windowOf(box)
  const scale = box instanceof HTMLElement && box.offsetWidth > 0 ? scaleOf(box) : 1
  const x = offset(left - ROOM, right + ROOM, seen.left, seen.right) / scale
  const y = offset(top - ROOM, bottom + ROOM, seen.top, seen.bottom) / scale
  box.scrollBy({ left: Math.trunc(x), top: Math.trunc(y), behavior: 'instant' })
}

/** How much smaller a box is drawn than it is. */
const scaleOf = (box: HTMLElement) => box.getBoundingClientRect().width / box.offsetWidth

/**
 * Scrolls as little as shows an element, out to what ends the search at most. `scrollIntoView` would scroll the site around a
 * frame as well.
 */
export function bringIntoView(element: Element, end: Element | null = document.scrollingElement): void {
  for (let box = around(element); box; box = around(box)) {
    if (isScroller(box)) reveal(element, box)
    if (box === end) return
  }
}
