/** A page as a person has filled it in. */
export interface ReadForm {
  /** Name of the button or link that was used; absent where a field was changed. */
  press?: string
  /** Every field by its label. */
  typed: Record<string, string>
  /** Labels of the fields that hold something else than at first. */
  changed: string[]
}

const textOf = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? ''

/** The name of a button or link: what labels it, or all that it says. */
export function pressedAs(root: ParentNode, element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labels = labelled.flatMap((id) => root.querySelector(`#${CSS.escape(id)}`) ?? [])
  return labels.map(textOf).join(' ') || element.getAttribute('aria-label') || textOf(element)
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isControl = (element: Element | null): element is Control =>
  element?.matches('input, select, textarea') === true

/** Every labelled field of a page, by its label. */
export function controlsOf(root: ParentNode): Map<string, Control> {
  return new Map(
    [...root.querySelectorAll('label')].flatMap((label) => {
      const control = label.control
      return isControl(control) ? [[textOf(label), control] as const] : []
    }),
  )
}

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)

function isChanged(control: Control): boolean {
  if (isBox(control)) return control.checked !== control.defaultChecked
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue
  const first = [...control.options].findIndex(({ defaultSelected }) => defaultSelected)
  return control.dataset.chosen !== undefined || control.selectedIndex !== Math.max(first, 0)
}

/** What is chosen in a list counts, though the list held it before. */
function choose(control: Control) {
  if (control instanceof HTMLSelectElement) control.dataset.chosen = ''
}

/** Fills in a field for a person. */
export function write(control: Control, value: string): void {
  control.value = value
  choose(control)
}

/** What a click on a page, or a change of a field, means; `undefined` for a click on anything else. */
export function readForm(root: ParentNode, { type, target }: Event): ReadForm | undefined {
  if (!(target instanceof Element)) return undefined
  const pressed = type === 'click' ? target.closest('button, a[href]') : undefined
  if (type === 'click' ? !pressed : !isControl(target)) return undefined
  if (type === 'change' && isControl(target)) choose(target)
  const controls = [...controlsOf(root)]
  return {
    ...(pressed && { press: pressedAs(root, pressed) }),
    typed: Object.fromEntries(controls.map(([label, { value }]) => [label, value])),
    changed: controls.flatMap(([label, control]) => (isChanged(control) ? [label] : [])),
  }
}
