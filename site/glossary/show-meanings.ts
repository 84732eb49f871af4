/** How far a meaning stays from the edges of the window, in pixels. */
const EDGE = 8

/** Where a box goes: below the line of a word or else above it, and within the window at both sides. */
export function placeBeside(
  word: { left: number; top: number; bottom: number },
  box: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const isBelow = word.bottom + box.height + EDGE <= view.height || word.top < box.height + EDGE
  return {
    left: Math.max(EDGE, Math.min(word.left, view.width - box.width - EDGE)),
    // They touch, so that a mouse gets from the one to the other.
    top: isBelow ? word.bottom : word.top - box.height,
  }
}

/** Shows what a marked word means next to it, on top of the page: by mouse, by keyboard and by touch. Escape closes it. */
export function showMeanings(): void {
  const meaning = document.createElement('div')
  meaning.id = 'meaning'
  meaning.className = 'meaning'
  meaning.role = 'tooltip'
  meaning.popover = 'manual'
  const main = document.querySelector('main') ?? document.body
  main.append(meaning)
  let shown: HTMLElement | undefined

  const place = () => {
    // A word that goes over two lines has a box in each.
    const word = [...(shown?.getClientRects() ?? [])].at(-1)
    const { clientWidth: width, clientHeight: height } = document.documentElement
    if (!word || word.bottom < 0 || word.top > height) return hide()
    const { left, top } = placeBeside(word, meaning.getBoundingClientRect(), { width, height })
    meaning.style.translate = `${left}px ${top}px`
  }
  const hide = () => {
    shown?.removeAttribute('aria-describedby')
    shown = undefined
    meaning.hidePopover()
  }
  const show = (term: HTMLElement) => {
    if (shown === term) return
    hide()
    shown = term
    term.setAttribute('aria-describedby', meaning.id)
    meaning.textContent = term.dataset.means ?? ''
    meaning.showPopover()
    place()
  }

  const termAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('.term') : null
  const showAt = ({ target }: Event) => {
    const term = termAt(target)
    if (term) show(term)
  }
  document.addEventListener('focusin', showAt)
  document.addEventListener('click', showAt)
  document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && showAt(event))
  document.addEventListener('pointerout', ({ pointerType, relatedTarget }) => {
    const isOnIt = relatedTarget instanceof Node && meaning.contains(relatedTarget)
    if (pointerType === 'mouse' && !isOnIt && termAt(relatedTarget) !== shown) hide()
  })
  document.addEventListener('focusout', ({ target }) => target === shown && hide())
  document.addEventListener('pointerdown', ({ target }) => {
    if (target !== meaning && termAt(target) !== shown) hide()
  })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  // It covers other words.
  meaning.addEventListener('click', hide)
  document.addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place)
}
