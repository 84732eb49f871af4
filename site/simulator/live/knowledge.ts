import type { Pack } from '../../../machines/model/pack.ts'
import type { Credentials } from '../../../machines/model/perform.ts'
import { type Field, sameLabel } from '../../../machines/model/screen.ts'
import { type Known, symbolsOf, type Values } from '../../../machines/model/values.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import { HOLDER } from './chair.ts'
import { asOption, heldAtFirst } from './choice.ts'
import type { FramePage } from './frame-pages.ts'
import type { Keeper } from './kept.ts'
import type { Phone } from './phone.ts'
import type { Sandbox } from './sandbox.ts'
import { notesOf } from './sandbox-notes.ts'
import { stillTyped } from './still-typed.ts'

/** Passwords for a pack that has none. */
const passwords = { strong: 'eleven quiet windows', weak: 'tooshort1' }

/** Paths of addresses below a sandbox's tenant link, by their names in the pack. */
export type Paths = Readonly<Record<string, string>>

interface KnowledgeOptions {
  pack: Pack
  values: Values
  sandbox: Sandbox
  paths: Paths
  keeper: Keeper
  phone: Phone
}

/** What the people at the frame know, have typed, and can look up. */
export class Knowledge {
  readonly #options: KnowledgeOptions
  /** What is in the form of the page that is shown: label → value. */
  #form = new Map<string, string>()
  /** The same of the page before: the stream may tell later what became of it. */
  #sent = new Map<string, string>()
  /** How many times something was typed. */
  #typed = 0
  /** Id of the misbehaviour that the typed discovery address leads to; empty: none. */
  misbehaviour = ''

  constructor(options: KnowledgeOptions) {
    this.#options = options
  }

  /** What one person knows. */
  of(person: string): Known {
    const { phone } = this.#options
    return { ...this.#known(person), code: async (which) => phone[which]() }
  }

  /** What the holder may note down: values that are not known yet are empty. */
  noted(): Known {
    const known = this.#reading()
    const note = (name: string) => this.#noteIfKnown(name) ?? ''
    return { ...known, note }
  }

  /** Name and password at the provider. */
  credentialsOf(person: string): Credentials {
    const { id, participants } = this.#options.pack
    const notes =
      person === HOLDER ? { name: 'providerUser', password: 'providerPassword' } : participants?.[person]
    if (!notes) throw new Error(`The pack ${id} has no person "${person}".`)
    return { name: this.#note(notes.name), password: this.#note(notes.password) }
  }

  /**
   * Where an address of the pack is.
   * @throws when the address is not known
   */
  address(name: string): string {
    const { pack, sandbox, paths } = this.#options
    const path = paths[name]
    if (path !== undefined) return sandbox.url + path
    const { party = 'product' } = pack.screens[pack.addresses[name] ?? ''] ?? {}
    if (party !== 'product') return sandbox.provider.entra.adminCenter
    throw new Error(`Where “${name}” is in the live product is not known.`)
  }

  /** Keeps a value that was read off a page. */
  keep(name: string, value: string): void {
    const { keeper } = this.#options
    keeper.update({ notes: { ...keeper.kept?.notes, [name]: value } })
  }

  keepElsewhere(events: readonly number[]): void {
    this.#options.keeper.update({ elsewhere: events })
  }

  /** Another page is shown, with a form of its own. */
  turnPage(page: FramePage): void {
    const { pack, keeper } = this.#options
    if (this.#form.size > 0) this.#sent = this.#form
    this.#form = new Map()
    keeper.update({ form: stillTyped(pack, page, this.#sent) })
  }

  /**
   * Something was typed.
   * @returns the symbols that are true of each field of the form so far, and of those that hold something untouched;
   *   `undefined` where more has been typed meanwhile, which says all of this, too
   */
  async type(screen: string, label: string, value: string) {
    const { pack, values, keeper } = this.#options
    this.#typed += 1
    const typed = this.#typed
    this.#form.set(label, value)
    keeper.update({ form: { ...keeper.kept?.form, [label]: value } })
    const all = pack.screens[screen]?.fields ?? []
    const holding = (kind: string) => all.find(({ holds }) => holds === kind)
    const chosen = this.#form.get(holding('new-password')?.label ?? '')
    if (chosen !== undefined) keeper.update({ chosen })
    const known = this.#reading()
    const typedInto = (field: Field) => [...this.#form].find(([label]) => sameLabel(label, field.label))?.[1]
    const read = async (some: readonly Field[], heldBy: (field: Field) => string | undefined) => {
      const symbols = some.map(async (field) => {
        const value = heldBy(field)
        return value === undefined
          ? []
          : [[field.label, await symbolsOf(values, field, asOption(field, value), known)] as const]
      })
      return Object.fromEntries((await Promise.all(symbols)).flat())
    }
    const untouched = all.filter((field) => typedInto(field) === undefined)
    const form = { fields: await read(all, typedInto), untouched: await read(untouched, heldAtFirst) }
    return typed === this.#typed ? form : undefined
  }

  /** Takes note of a password or a code that the product has accepted. */
  heed(event: NumberedEvent): void {
    const { pack, keeper, phone } = this.#options
    if (event.kind !== 'act' || event.by !== undefined || event.did.what !== 'send') return
    const { screen, fields } = event.did
    const isTaken = event.shown !== undefined && event.shown.screen !== screen
    if (!isTaken) return
    const sent = (pack.screens[screen]?.fields ?? []).filter(({ label }) => label in fields)
    const { chosen } = keeper.kept ?? {}
    if (chosen && sent.some(({ holds }) => holds === 'new-password')) keeper.update({ taken: chosen })
    const code = sent.find(({ holds }) => holds === 'one-time-code')
    const typed = code && (this.#form.get(code.label) ?? this.#sent.get(code.label))
    if (typed) phone.spend(typed)
  }

  /** As {@link of} the holder, where looking at a code does not use it. */
  #reading(): Known {
    const { phone } = this.#options
    const code = async (which: 'right' | 'wrong' | 'used') =>
      which === 'right' ? phone.shown() : which === 'used' ? phone.used() : undefined
    return { ...this.#known(HOLDER), code }
  }

  #known(person: string): Omit<Known, 'code'> {
    const { pack, sandbox, keeper } = this.#options
    const { chosen = '', taken } = keeper.kept ?? {}
    const others = person === HOLDER ? undefined : this.credentialsOf(person)
    const { strong, weak } = pack.sample ?? passwords
    const note = (name: string) => {
      if (others && name === 'providerUser') return others.name
      if (others && name === 'providerPassword') return others.password
      return this.#note(name)
    }
    return {
      email: others?.name ?? sandbox.email,
      password: sandbox.password ?? '',
      ...{ chosen, taken, note },
      passwords: { strong, weak },
    }
  }

  #noteIfKnown(name: string): string | undefined {
    const { sandbox, keeper } = this.#options
    return keeper.kept?.notes?.[name] ?? notesOf(sandbox, this.misbehaviour)[name]
  }

  #note(name: string): string {
    const value = this.#noteIfKnown(name)
    if (value === undefined) throw new Error(`There is no value “${name}” in this sandbox.`)
    return value
  }
}
