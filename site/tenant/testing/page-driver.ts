import { type HTMLElement, parse } from 'node-html-parser'
import type { Act } from '../events.ts'
import type { Seen, Visitor } from './visitor.ts'

const textOf = (element: HTMLElement) => element.text.replace(/\s+/g, ' ').trim()

/** A field that is sent with its form, by its label. */
function fieldsOf(form: HTMLElement, page: HTMLElement): Map<string, HTMLElement> {
  const fields = form
    .querySelectorAll('input[name], select[name]')
    .filter((field) => field.getAttribute('type') !== 'hidden')
  return new Map(
    fields.map((field) => {
      const label = page.querySelector(`label[for="${field.id}"]`) ?? field.closest('label')
      return [label ? textOf(label) : '', field]
    }),
  )
}

/** What a field holds when it is untouched; undefined for a box that is not ticked. */
function contentOf(field: HTMLElement): string | undefined {
  if (field.tagName === 'SELECT')
    return textOf(field.querySelector('option[selected]') ?? (field.querySelector('option') as HTMLElement))
  return field.getAttribute('type') === 'checkbox' ? undefined : (field.getAttribute('value') ?? '')
}

/** What was used on a page: its screen, the label, and the labels of the fields that were sent. */
export interface Used {
  screen: string
  press: string
  fields: string[]
}

/** Uses pages by their labels, and reads from the stream what was published of it. */
export class PageDriver {
  seen: Seen
  readonly #visitor: Visitor
  readonly #acts: () => Promise<Act[]>

  constructor(visitor: Visitor, seen: Seen, acts: () => Promise<Act[]>) {
    this.#visitor = visitor
    this.seen = seen
    this.#acts = acts
  }

  /**
   * Fills fields by their labels, then presses a button or follows a link. Of several with one label it is the last, which is
   * past the bar and the pane. Answers what was used and what was published.
   */
  async press(label: string, typed: Record<string, string> = {}): Promise<{ used: Used; acts: Act[] }> {
    const page = parse(this.seen.html)
    const target = page.querySelectorAll('button, a[href]').findLast((each) => textOf(each) === label)
    if (!target) throw new Error(`There is no “${label}” on ${this.seen.screen}.`)
    const before = await this.#acts()
    const { screen } = this.seen
    const form = target.tagName === 'BUTTON' ? target.closest('form') : undefined
    const fields = form ? fieldsOf(form, page) : new Map<string, HTMLElement>()
    this.seen = form ? await this.#send(form, target, fields, typed) : await this.#open(target)
    const acts = (await this.#acts()).slice(before.length)
    return { used: { screen, press: label, fields: [...fields.keys()] }, acts }
  }

  #open(link: HTMLElement): Promise<Seen> {
    return this.#visitor.open(this.#address(link.getAttribute('href')))
  }

  #send(
    form: HTMLElement,
    button: HTMLElement,
    fields: Map<string, HTMLElement>,
    typed: Record<string, string>,
  ) {
    const hidden = form
      .querySelectorAll('input[type=hidden][name]')
      .map((each) => [nameOf(each), contentOf(each)])
    const shown = [...fields].map(([label, field]) => [nameOf(field), typed[label] ?? contentOf(field)])
    const pressed = nameOf(button) ? [[nameOf(button), button.getAttribute('value') ?? '']] : []
    const sent = [...hidden, ...shown, ...pressed].filter(([, value]) => value !== undefined)
    const action = button.getAttribute('formaction') ?? form.getAttribute('action')
    return this.#visitor.post(this.#address(action), Object.fromEntries(sent) as Record<string, string>)
  }

  #address = (path: string | undefined) => new URL(path ?? '', this.#visitor.origin).href
}

const nameOf = (element: HTMLElement) => element.getAttribute('name') ?? ''
