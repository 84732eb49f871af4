import type { FieldKind, FieldSeen, PageSeen, Pressed, Report } from './seen.ts'

/** The function by which a page reports. */
export const REPORT = 'doorstepReport'

declare global {
  interface Window {
    doorstepReport?: (report: Report) => void
    doorstepWatches?: true
  }
}

/**
 * Reports what the person in front of a page does and what the page shows, from before its first script on. It runs in the page, so
 * it uses nothing from outside. No value of a field ever leaves the page.
 */
export function watchPage(): void {
  /** Milliseconds without a change after which a page has been drawn, and the most that a page which never rests may take. */
  const [RESTED, LONGEST] = [100, 500]
  const FIELD =
    'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), textarea, select, [role=textbox], [role=combobox]'
  const BUTTON = 'button, input[type=submit], input[type=button], input[type=image], summary, [role=button]'
  const LINK = 'a[href], [role=link]'
  const HEADING = 'h1, h2, h3, [role=heading]'
  const ALERT = '[role=alert], [role=alertdialog], [aria-live]'

  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const isShown = (element: Element) =>
    (element.checkVisibility?.({ visibilityProperty: true }) ?? true) &&
    !element.closest('[aria-hidden=true]')
  const textOf = (element: Element) =>
    plain((element instanceof HTMLElement && element.innerText) || element.textContent)
  const byIds = (element: Element) =>
    (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .flatMap((id) => (id && document.getElementById(id)) || [])
      .map(textOf)
      .join(' ')
  /** Of a label around its field, what the field itself shows is no part. */
  const labelText = (label: Element) => {
    const copy = label.cloneNode(true) as Element
    for (const inner of copy.querySelectorAll('input, select, textarea, button')) inner.remove()
    return plain(copy.textContent)
  }
  const pictured = (element: Element) =>
    [...element.querySelectorAll('img[alt], svg[aria-label]')]
      .map((one) => one.getAttribute('alt') ?? one.getAttribute('aria-label') ?? '')
      .join(' ')
  const nameOf = (element: Element): string => {
    const own = plain(byIds(element)) || plain(element.getAttribute('aria-label'))
    if (own) return own
    const input = element as HTMLInputElement
    if (element.matches(FIELD))
      return (
        plain([...(input.labels ?? [])].map(labelText).join(' ')) ||
        plain(element.getAttribute('placeholder')) ||
        plain(element.getAttribute('title'))
      )
    if (element instanceof HTMLInputElement) return plain(element.value || element.alt)
    return plain(`${textOf(element)} ${pictured(element)}`) || plain(element.getAttribute('title'))
  }
  const kindOf = (field: Element): FieldKind => {
    const { type = '', autocomplete = '', inputMode = '', maxLength = 0 } = field as HTMLInputElement
    const called = `${field.getAttribute('name')} ${field.id}`
    if (field.matches('select, [role=combobox], [type=radio], [type=checkbox]')) return 'choice'
    if (/one-time-code/.test(autocomplete) || /\b(?:otp|code|totp)\b/i.test(called)) return 'code'
    if (type === 'password') return 'password'
    if (type === 'email' || /\b(?:email|username)\b/.test(autocomplete) || /e?mail|user/i.test(called))
      return 'email'
    if (inputMode === 'numeric' || type === 'tel' || maxLength === 1) return 'code'
    return type === 'url' ? 'url' : 'text'
  }
  const fieldOf = (field: Element): FieldSeen => ({ name: nameOf(field), kind: kindOf(field) })
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown)
  const names = (selector: string) => all(selector).map(nameOf).filter(Boolean)
  const readPage = (): PageSeen => ({
    url: location.origin + location.pathname + location.hash.split('?')[0],
    headings: names(HEADING),
    fields: all(FIELD).map(fieldOf),
    buttons: names(BUTTON),
    links: names(LINK),
    alerts: all(ALERT).some((one) => textOf(one) !== ''),
    ...(window.top !== window && { framed: true }),
  })
  const report = (one: Report) => window.doorstepReport?.(one)

  let last = ''
  let changed = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    changed = 0
    // What is in a frame is part of another page.
    if (!document.body || window.top !== window) return
    const page = readPage()
    const text = JSON.stringify(page)
    if (text !== last) report({ what: 'shown', page, opened: last === '' && document.referrer === '' })
    last = text
  }
  const showSoon = () => {
    changed ||= Date.now()
    clearTimeout(timer)
    timer = setTimeout(show, Math.max(0, Math.min(RESTED, changed + LONGEST - Date.now())))
  }
  const onTyped = (event: Event) => {
    const [target] = event.composedPath()
    const field = target instanceof Element ? target.closest(FIELD) : null
    if (field) report({ what: 'typed', page: readPage(), field: fieldOf(field) })
  }
  const onPressed = (event: Event) => {
    const [target] = event.composedPath()
    const pressed = target instanceof Element ? target.closest(`${BUTTON}, ${LINK}`) : null
    if (!pressed) return
    const kind: Pressed['kind'] = pressed.matches(LINK) ? 'link' : 'button'
    report({ what: 'pressed', page: readPage(), pressed: { name: nameOf(pressed), kind } })
  }

  if (window.doorstepWatches) return
  window.doorstepWatches = true
  window.addEventListener('input', onTyped, true)
  window.addEventListener('click', onPressed, true)
  for (const moment of ['load', 'hashchange', 'popstate', 'pageshow'])
    window.addEventListener(moment, showSoon)
  const observer = new MutationObserver(showSoon)
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  showSoon()
}
