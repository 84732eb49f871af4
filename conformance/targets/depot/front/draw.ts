import { ApiError } from './api.ts'

type Child = Node | string

/** An element with its attributes, and what is in it. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | (() => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(name, value)
    else element.addEventListener(name, value)
  }
  element.append(...children)
  return element
}

/** A link within the app: its page is drawn, not loaded. */
export const link = (words: string, to: string) => h('a', { href: to, 'data-inside': '' }, words)

export const field = (label: string, name: string, type: string, autocomplete: string, value = '') =>
  h('p', {}, h('label', {}, `${label} `, h('input', { name, type, autocomplete, value })))

/** Shows what went wrong, and takes away what was said before. */
export function say(
  words: string,
  beside: HTMLElement = document.querySelector('main') as HTMLElement,
): void {
  for (const old of beside.querySelectorAll('[role=alert]')) old.remove()
  if (words) beside.querySelector('h1, p')?.before(h('p', { role: 'alert' }, words))
}

/** Does something that the API may refuse, and says then why. */
export async function attempt(action: () => Promise<void>, beside?: HTMLElement): Promise<void> {
  say('', beside)
  try {
    await action()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    say(error.message, beside)
  }
}

/** A form that the script sends. */
export function form(
  button: string,
  fields: HTMLElement[],
  send: (typed: Record<string, string>) => Promise<void>,
): HTMLFormElement {
  const own = h('form', {}, ...fields, h('p', {}, h('button', {}, button)))
  own.noValidate = true
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = Object.fromEntries([...new FormData(own)].map(([name, value]) => [name, String(value)]))
    void attempt(() => send(typed))
  })
  return own
}

/** A button outside of a form. */
export const button = (words: string, press: () => Promise<void>) =>
  h('button', { type: 'button', click: () => void attempt(press) }, words)
