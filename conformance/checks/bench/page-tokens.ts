import { type HTMLElement, parse } from 'node-html-parser'

/** A form of a page, or what of the page is in no form. */
export interface PageForm {
  /** Where it and its buttons send it, as they are written; none where it is sent to the page itself, or by a script. */
  actions: readonly string[]
  /** Names of its fields, hidden ones too. */
  fields: ReadonlySet<string>
  /** Names of its buttons. */
  buttons: ReadonlySet<string>
  /** Name of a hidden field → its value. */
  hidden: ReadonlyMap<string, string>
  /** Name of a field that people see → what is filled in already. */
  filled: ReadonlyMap<string, string>
}

/** What a page gives its forms and scripts to send back, in addition to what a person types. */
export interface PageTokens {
  forms: readonly PageForm[]
  /** Name of a `meta` element → its content. */
  meta: ReadonlyMap<string, string>
  /** Where its forms are sent, as they are written. */
  actions: readonly string[]
}

/** Reads the hidden fields and the tokens for scripts of a page. */
export function tokensOf(html: string): PageTokens {
  const page = parse(html.includes('<') ? html : '')
  const controls = page.querySelectorAll('input[name], select[name], textarea[name], button[name]')
  const actions = page.querySelectorAll('form[action], [formaction]').map(actionOf)
  const meta = page.querySelectorAll('meta[name]').map(attributes('name', 'content'))
  return {
    forms: [...Map.groupBy(controls, formAround)].map(([form, own]) => readForm(form, own)),
    meta: new Map(meta),
    actions,
  }
}

const actionOf = (element: HTMLElement): string =>
  element.getAttribute('formaction') ?? element.getAttribute('action') ?? ''

/** The form of a control: the one that its `form` attribute names, or the one around it. */
function formAround(control: HTMLElement): HTMLElement | string | null {
  const id = control.getAttribute('form')
  return id === undefined ? control.closest('form') : `#${id}`
}

function readForm(form: HTMLElement | string | null, controls: readonly HTMLElement[]): PageForm {
  const typeOf = (control: HTMLElement) => control.getAttribute('type')?.toLowerCase() ?? 'text'
  const inputs = controls.filter(({ rawTagName }) => rawTagName.toLowerCase() === 'input')
  const hidden = inputs.filter((input) => typeOf(input) === 'hidden')
  const filled = inputs.filter((input) => input.hasAttribute('value') && !NO_TEXT.includes(typeOf(input)))
  const namesOf = (some: readonly HTMLElement[]) =>
    new Set(some.map((control) => control.getAttribute('name') ?? ''))
  const isButton = (control: HTMLElement) =>
    control.rawTagName.toLowerCase() === 'button' || BUTTONS.includes(typeOf(control))
  const senders = [...(typeof form === 'object' && form ? [form] : []), ...controls]
  return {
    actions: senders.map(actionOf).filter((action) => action !== ''),
    fields: namesOf(controls.filter((control) => !isButton(control))),
    buttons: namesOf(controls.filter(isButton)),
    hidden: new Map(hidden.map(attributes('name', 'value'))),
    filled: new Map(filled.map(attributes('name', 'value'))),
  }
}

const attributes =
  (name: string, value: string) =>
  (element: HTMLElement): [string, string] => [
    element.getAttribute(name) ?? '',
    element.getAttribute(value) ?? '',
  ]

const BUTTONS = ['submit', 'button', 'image', 'reset']
/** Kinds of input whose value people do not type. */
const NO_TEXT = ['hidden', 'checkbox', 'radio', ...BUTTONS]
