/** Sheets of diagrams that can be seen, and those where something has changed while they could not. */
const inView = new WeakSet<Element>()
const behind = new Map<Element, string>()
let watching: IntersectionObserver | undefined

/** Scrolls a sheet, and nothing else, to a part of its diagram. */
function scrollTo(sheet: Element, part: string, behavior: ScrollBehavior) {
  const element = sheet.querySelector(part)
  if (!element) return
  const [inner, outer] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()]
  sheet.scrollBy({
    left: inner.left + inner.width / 2 - (outer.left + outer.width / 2),
    top: inner.top + inner.height / 2 - (outer.top + outer.height / 2),
    behavior,
  })
}

function note({ isIntersecting, target }: IntersectionObserverEntry) {
  if (!isIntersecting) {
    inView.delete(target)
    return
  }
  inView.add(target)
  const part = behind.get(target)
  if (part !== undefined) scrollTo(target, part, 'instant')
  behind.delete(target)
}

/**
 * Scrolls the sheet of a diagram to a part of it. Where that is, is measured only while the sheet can be seen: otherwise the
 * browser would lay out all of the diagram after each step of the walk above it.
 * @param part a selector
 */
export function scrollInView(sheet: Element, part: string): void {
  if (inView.has(sheet)) {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    scrollTo(sheet, part, isCalm ? 'instant' : 'smooth')
    return
  }
  behind.set(sheet, part)
  watching ??= new IntersectionObserver((entries) => entries.forEach(note))
  watching.observe(sheet)
}
