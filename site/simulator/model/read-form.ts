import type { Sent } from './interpret.ts'
import type { Typed } from './values.ts'

const textOf = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? ''

/** The name of a button or link: what labels it, or all that it says. */
function nameOf(root: ParentNode, element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labels = labelled.flatMap((id) => root.querySelector(`#${CSS.escape(id)}`) ?? [])
  return labels.map(textOf).join(' ') || element.getAttribute('aria-label') || textOf(element)
}

type Control = HTMLInputElement | HTMLSelectElement

const isControl = (element: Element | null): element is Control => element?.matches('input, select') === true

/** Every labelled field of a screen, by its label. */
export function controlsOf(root: ParentNode): Map<string, Control> {
  return new Map(
    [...root.querySelectorAll('label')].flatMap((label) => {
      const control = label.control
      return isControl(control) ? [[textOf(label), control] as const] : []
    }),
  )
}

/** What was typed on a screen, and the button, link or list that was used; undefined for a click on anything else. */
export function readForm(root: ParentNode, target: EventTarget | null): Sent | undefined {
  if (!(target instanceof Element)) return undefined
  const pressed = target.closest('button, a[href]')
  const chosen = target.matches('select')
  if (!pressed && !chosen) return undefined
  const typed: Typed = {}
  for (const [label, control] of controlsOf(root)) typed[label] = control.value
  return { pressed: pressed ? nameOf(root, pressed) : '', typed }
}
