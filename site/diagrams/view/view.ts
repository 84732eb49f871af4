import { dragToPan } from './drag.ts'
import { makeStops } from './stops.ts'
import { type Zoom, zoomOf } from './zoom.ts'

const keys: Readonly<Record<string, keyof Zoom>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' }

/** Asks the simulator to walk there, once more when it is ready if it was not there yet. */
function go({ dataset: { state, edge } }: HTMLElement | SVGElement) {
  const detail = state === undefined ? { edge } : { state }
  const isTaken = () => !dispatchEvent(new CustomEvent('go-in-flow', { detail, cancelable: true }))
  // It listens only after all that is said when it is ready.
  if (!isTaken()) addEventListener('island-ready', () => setTimeout(isTaken), { once: true })
}

/** Makes a diagram answer, once it is drawn: its states and transitions are gone to, it is zoomed, moved, and fitted. */
function view(section: HTMLElement): void {
  const sheet = section.querySelector<HTMLElement>('.sheet')
  const svg = sheet?.querySelector('svg')
  if (!sheet || !svg || 'later' in sheet.dataset || 'viewed' in sheet.dataset) return
  sheet.dataset.viewed = ''
  sheet.setAttribute('role', 'group')
  sheet.removeAttribute('tabindex')
  const zoom = zoomOf(sheet, svg)
  dragToPan(sheet)
  makeStops(svg, go)
  sheet.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    const does = keys[key]
    if (does && !ctrlKey && !metaKey) zoom[does]()
  })
  for (const button of section.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
    button.disabled = false
    button.addEventListener('click', () => zoom[button.dataset.zoom as keyof Zoom]())
  }
}

for (const section of document.querySelectorAll<HTMLElement>('.diagram')) {
  view(section)
  addEventListener('diagram-drawn', () => view(section))
  for (const button of section.querySelectorAll<HTMLButtonElement>('table button')) {
    button.disabled = false
    button.addEventListener('click', () => {
      const target = button.closest<HTMLElement>('[data-edge], [data-state]')
      if (target) go(target)
    })
  }
}
