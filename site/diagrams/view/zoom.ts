import { shownWidth } from '../page-script.ts'

const STEP = 1.25
const LARGEST = 2.5

export interface Zoom {
  in: () => void
  out: () => void
  /** The whole diagram at once. */
  fit: () => void
  /** As large as it is drawn at first. */
  reset: () => void
}

/** Shows a diagram larger or smaller within its sheet, which scrolls. What is in the middle of the sheet stays there. */
export function zoomOf(sheet: HTMLElement, svg: SVGSVGElement): Zoom {
  const { width, height } = svg.viewBox.baseVal
  const first = shownWidth(width) / width
  let scale = first

  const fitting = () => {
    const style = getComputedStyle(sheet)
    const padding = 2 * Number.parseFloat(style.paddingLeft)
    const border = 2 * Number.parseFloat(style.borderTopWidth)
    const tall = Math.floor(Number.parseFloat(style.maxHeight) - padding - border) - 1
    const wide = sheet.offsetWidth - padding - border
    return Math.min(wide / width, tall / height, LARGEST)
  }

  const show = (next: number, x = sheet.clientWidth / 2, y = sheet.clientHeight / 2) => {
    const smallest = Math.min(fitting(), first)
    const to = Math.min(Math.max(next, smallest), LARGEST)
    const by = to / scale
    const [left, top] = [(sheet.scrollLeft + x) * by - x, (sheet.scrollTop + y) * by - y]
    scale = to
    svg.setAttribute('width', String(Math.floor(width * to)))
    sheet.scrollTo({ left, top, behavior: 'instant' })
  }

  sheet.addEventListener(
    'wheel',
    (event) => {
      // Two fingers that spread on a trackpad come as a wheel with Ctrl, too.
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = sheet.getBoundingClientRect()
      show(scale * Math.exp(-event.deltaY / 240), event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )
  return {
    in: () => show(scale * STEP),
    out: () => show(scale / STEP),
    fit: () => show(fitting()),
    reset: () => show(first),
  }
}
