import { labelOf } from './by-label.ts'

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)]

const fields = () =>
  all<HTMLInputElement | HTMLSelectElement>('input:not([type=hidden]), select').flatMap((field) => {
    const label = field.labels?.[0] ? labelOf(field.labels[0]) : (field.getAttribute('aria-label') ?? '')
    return label ? [{ label, type: field.type, autocomplete: field.autocomplete }] : []
  })

const terms = () =>
  Object.fromEntries(all('dt').map((term) => [textOf(term), valueIn(term.nextElementSibling)]))

/** Of each table: its headings, and the cells of its first row. */
const columns = () =>
  Object.fromEntries(
    all<HTMLTableElement>('table').flatMap((table) => {
      const first = table.tBodies[0]?.rows[0]
      return [...table.querySelectorAll('thead th')].map((heading, n) => [
        textOf(heading),
        valueIn(first?.cells[n]),
      ])
    }),
  )

/** A value is set apart from the button that copies it. */
const valueIn = (element: Element | null | undefined) => textOf(element?.querySelector('code') ?? element)

/** What there is on the page to fill in, to press and to read. */
export const look = () => ({
  fields: fields(),
  press: all('button, a[href]').map(labelOf),
  terms: terms(),
  columns: columns(),
})
