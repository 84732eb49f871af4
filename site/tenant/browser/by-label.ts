/** What a person would read as the name of a button, link or field. */
export function labelOf(element: HTMLElement): string {
  const by = element.getAttribute('aria-labelledby')
  const named = by === null ? null : document.getElementById(by)
  const text = named?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? ''
  return text.replace(/\s+/g, ' ').trim()
}

type Field = HTMLInputElement | HTMLSelectElement

const named = (nameOrLabel: string) => (input: Field) =>
  input.type !== 'hidden' &&
  (input.name === nameOrLabel || [...(input.labels ?? [])].some((label) => labelOf(label) === nameOrLabel))

/** The field of that name or label; of a group of choices the one that the value begins or names. */
function field(nameOrLabel: string, value: string): Field | undefined {
  const found = [...document.querySelectorAll<Field>('input, select')].find(
    (input) => named(nameOrLabel)(input) || input.getAttribute('aria-label') === nameOrLabel,
  )
  if (found) return found
  const group = [...document.querySelectorAll('fieldset')].find(
    (set) => set.querySelector('legend')?.textContent?.trim() === nameOrLabel,
  )
  return [...(group?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])].find(
    (radio) => radio.labels?.[0] && labelOf(radio.labels[0]).startsWith(value),
  )
}

function enter(input: Field, value: string) {
  if (input.type === 'radio' && 'checked' in input) input.checked = true
  else if (input instanceof HTMLSelectElement)
    input.value = [...input.options].find(({ text }) => text.trim() === value)?.value ?? value
  else input.value = value
}

/** Types into fields and chooses in lists and groups, by name or label. Answers those that are not there. */
export function fill(fields: Record<string, string>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const input = field(name, value)
    if (!input) return [name]
    enter(input, value)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
    return []
  })
}

/** The buttons and links of that label. */
const pressable = (label: string) =>
  [...document.querySelectorAll<HTMLElement>('button, a[href]')].filter((e) => labelOf(e) === label)

/** Presses the button or follows the link of that label. Answers it when it is not there. */
export function press(label: string): string[] {
  const [target] = pressable(label)
  target?.click()
  return target ? [] : [label]
}

/** What a person sees under a label: the field with its label, or what can be pressed. */
export function seenAs(label: string): Element[] {
  const input = field(label, '')
  if (input) return [...(input.labels ?? []), input]
  return pressable(label)
    .filter(({ ariaHidden }) => ariaHidden !== 'true')
    .slice(0, 1)
}
