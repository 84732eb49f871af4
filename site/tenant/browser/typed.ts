import { labelOf } from './by-label.ts'

interface Typed {
  /** Label of the field, or of a group of choices. */
  field: string
  /** What people read there: of a list or a group, the option that is chosen. Empty for a box that is not ticked. */
  value: string
}

function nameOf(field: HTMLInputElement | HTMLSelectElement): string {
  const [label] = field.labels ?? []
  return label ? labelOf(label) : (field.getAttribute('aria-label') ?? '')
}

/** What has just been put into a field; undefined for anything else that changes. */
export function typedIn(target: EventTarget | null): Typed | undefined {
  if (target instanceof HTMLSelectElement)
    return { field: nameOf(target), value: target.selectedOptions[0]?.text.trim() ?? '' }
  if (!(target instanceof HTMLInputElement)) return undefined
  switch (target.type) {
    case 'checkbox':
      return { field: nameOf(target), value: target.checked ? target.value : '' }
    case 'radio': {
      const legend = target.closest('fieldset')?.querySelector('legend')
      return { field: legend ? labelOf(legend) : '', value: nameOf(target) }
    }
    default:
      return { field: nameOf(target), value: target.value }
  }
}
