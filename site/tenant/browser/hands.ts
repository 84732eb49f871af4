/** What a person would read as the name of a button, link or field. */
function labelOf(element: HTMLElement): string {
  const by = element.getAttribute('aria-labelledby')
  const named = by === null ? null : document.getElementById(by)
  const text = named?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? ''
  return text.replace(/\s+/g, ' ').trim()
}

function field(nameOrLabel: string): HTMLInputElement | HTMLSelectElement | undefined {
  return [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].find(
    (input) =>
      input.type !== 'hidden' &&
      (input.name === nameOrLabel ||
        [...(input.labels ?? [])].some((label) => labelOf(label) === nameOrLabel)),
  )
}

/** Types into fields and chooses in lists, by name or label. Answers those that are not there. */
export function fill(fields: Record<string, string>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const input = field(name)
    if (!input) return [name]
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
    return []
  })
}

/** Presses the button or follows the link of that label. Answers it when it is not there. */
export function press(label: string): string[] {
  const target = [...document.querySelectorAll<HTMLElement>('button, a[href]')].find(
    (e) => labelOf(e) === label,
  )
  target?.click()
  return target ? [] : [label]
}
