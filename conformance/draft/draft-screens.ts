import type { Field, Screen } from '../../machines/model/screen.ts'
import { holdsOf, kebab } from './names.ts'

interface Draft {
  kind?: 'mail' | 'nothing'
  heading: string
  fields: Field[]
  buttons: string[]
  links: string[]
  offers?: 'authenticator-key'
}

/** The screens of a pack as they are found, one procedure after the other. */
export class DraftScreens {
  readonly #byId = new Map<string, Draft>()

  constructor() {
    this.#byId.set('nothing-open', {
      kind: 'nothing',
      heading: 'Nothing is open yet',
      fields: [],
      buttons: [],
      links: [],
    })
  }

  /** The id of the page of that name. */
  page(name: string): string {
    return this.#id(kebab(name), { heading: name })
  }

  mail(name: string): string {
    return this.#id(`${kebab(name)}-mail`, { kind: 'mail', heading: name })
  }

  addField(id: string, label: string, { option, said }: { option?: string; said?: string } = {}): void {
    const { fields } = this.#draft(id)
    const known = fields.find((field) => field.label === label)
    if (!known)
      fields.push(
        option ? { label, holds: 'choice', options: [option] } : { label, holds: holdsOf(label, said) },
      )
    else if (option && !known.options?.includes(option)) known.options = [...(known.options ?? []), option]
  }

  addPress(id: string, label: string, isLink: boolean): void {
    const { buttons, links } = this.#draft(id)
    if (buttons.includes(label) || links.includes(label)) return
    ;(isLink ? links : buttons).push(label)
  }

  offersKey(id: string): void {
    this.#draft(id).offers = 'authenticator-key'
  }

  /** What is filled in on a screen: the label of a field → what it holds. */
  holds(id: string, label: string): string {
    return this.#draft(id).fields.find((field) => field.label === label)?.holds ?? 'text'
  }

  /** Every screen, without what it does not have. */
  all(): Record<string, Screen> {
    return Object.fromEntries(
      [...this.#byId].map(([id, { fields, buttons, links, ...screen }]) => [
        id,
        {
          ...screen,
          ...(fields.length > 0 && { fields }),
          ...(buttons.length > 0 && { buttons }),
          ...(links.length > 0 && { links }),
        },
      ]),
    )
  }

  #id(id: string, { kind, heading }: { kind?: 'mail'; heading: string }): string {
    if (!this.#byId.has(id))
      this.#byId.set(id, { ...(kind && { kind }), heading, fields: [], buttons: [], links: [] })
    return id
  }

  #draft(id: string): Draft {
    const draft = this.#byId.get(id)
    if (!draft) throw new Error(`The draft has no screen "${id}".`)
    return draft
  }
}
