import { shownWidth } from '../page-script.ts'

const STEP = 1.25
const LARGEST = 2.5

export interface Zoom {
  in: () => void
  out: () => void
  /** The whole diagram at once. */
  fit: () => void
  /** As large as it is drawn. */
  reset: () => void
}

/**
 * Shows a diagram larger or smaller within its sheet, which scrolls. What is in the middle of the sheet stays there. As long as it is
 * fitted, the style sheet sees to that, also when the window changes.
 */
export function zoomOf(sheet: HTMLElement, svg: SVGSVGElement): Zoom {
  const { width } = svg.viewBox.baseVal
  const drawn = shownWidth(width) / width
  let zoomed: number | undefined

  const fit = () => {
    zoomed = undefined
    svg.style.width = ''
  }
  const scaleNow = () => zoomed ?? svg.getBoundingClientRect().width / width
  const fitting = () => {
    const before = svg.style.width
    svg.style.width = ''
    const scale = svg.getBoundingClientRect().width / width
    svg.style.width = before
    return scale
  }

  const show = (next: number, x = sheet.clientWidth / 2, y = sheet.clientHeight / 2) => {
    const scale = scaleNow()
    const smallest = fitting()
    const to = Math.min(Math.max(next, smallest), LARGEST)
    const by = to / scale
    const [left, top] = [(sheet.scrollLeft + x) * by - x, (sheet.scrollTop + y) * by - y]
    if (to === smallest) return fit()
    zoomed = to
    svg.style.width = `${Math.floor(width * to)}px`
    sheet.scrollTo({ left, top, behavior: 'instant' })
  }

  sheet.addEventListener(
    'wheel',
    (event) => {
      // Two fingers that spread on a trackpad come as a wheel with Ctrl, too.
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = sheet.getBoundingClientRect()
      show(scaleNow() * Math.exp(-event.deltaY / 240), event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )
  return {
    in: () => show(scaleNow() * STEP),
    out: () => show(scaleNow() / STEP),
    fit,
    reset: () => show(drawn),
  }
}
