import type { PageMessage, SiteMessage } from '../frame-messages.ts'
import { fill, press } from './by-label.ts'
import { drawAsOnDesktop } from './desktop.ts'
import { handKeysOn } from './keys.ts'
import { look } from './look.ts'
import { showHere, showMessage, showTarget } from './show.ts'
import { answerKey, askSiteForKeys, switchToSiteKey } from './site-key.ts'
import { keep, themeOfFrame, wear } from './theme.ts'
import { typedIn } from './typed.ts'

/**
 * Speaks with the site around the frame; see frame-messages.ts. Served only to a framed page, and only one origin may frame
 * it, which the script's own element names.
 */
const siteOrigin = document.querySelector<HTMLElement>('script[data-site-origin]')?.dataset.siteOrigin

type Unsigned<T> = T extends { source: string } ? Omit<T, 'source'> : never

function tell(origin: string, message: Unsigned<PageMessage>) {
  window.parent.postMessage({ source: 'doorstep-tenant', ...message }, origin)
}

function readQr(): string | null {
  return document.querySelector<HTMLImageElement>('img[alt="QR code"]')?.src ?? null
}

/** Some lists send their form as soon as something is chosen. */
function fillAndSee(fields: Record<string, string>) {
  let leaves = false
  const onSubmit = () => {
    leaves = true
  }
  document.addEventListener('submit', onSubmit)
  const missing = fill(fields)
  document.removeEventListener('submit', onSubmit)
  return { missing, leaves }
}

/**
 * The browser's Back would send a form again that the page answers, and a frame may not: the entry becomes the page of that
 * address. No page can tell that it answers a form.
 */
function keepAsPage() {
  const own = document.querySelector<HTMLElement>('[data-address]')?.dataset.address
  history.replaceState(history.state, '', own ?? location.href)
}

/** Where the page itself has put the focus, it stays. */
function focusHeading() {
  const heading = document.querySelector<HTMLElement>('h1')
  if (!heading || document.activeElement !== document.body) return
  heading.tabIndex = -1
  heading.style.outline = 'none'
  heading.focus({ preventScroll: true })
}

function listen(origin: string, message: SiteMessage) {
  switch (message.type) {
    case 'read-qr':
      return tell(origin, { type: 'qr', picture: readQr() })
    case 'look':
      return tell(origin, { type: 'looks', ...look() })
    case 'site-key':
      return switchToSiteKey(message.present)
    case 'key-answer':
      return answerKey(message.id, message.credential)
    case 'focus-heading':
      return focusHeading()
    case 'show':
      return showTarget(message.labels)
    case 'theme':
      return keep(message.theme)
    case 'fill':
      return tell(origin, { type: 'done', ...fillAndSee(message.fields) })
    case 'press':
      return tell(origin, { type: 'done', missing: press(message.label) })
  }
}

const shownScreen = () => document.body.dataset.screen ?? ''

/** The HTTP status with which the page has come; 0 where the browser does not say. */
function statusOfPage(): number {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming ? navigation.responseStatus : 0
}

const isMessage = (data: unknown): data is SiteMessage =>
  typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string'

if (siteOrigin && window.parent !== window) {
  wear(themeOfFrame())
  drawAsOnDesktop()
  askSiteForKeys((request) => tell(siteOrigin, request))
  handKeysOn((key) => tell(siteOrigin, { type: 'key', key }))
  window.addEventListener('message', (event) => {
    if (event.origin === siteOrigin && event.source === window.parent && isMessage(event.data))
      listen(siteOrigin, event.data)
  })
  // Not before the page's other scripts have run: only then it answers as it would to a person.
  document.addEventListener('DOMContentLoaded', () => {
    keepAsPage()
    showHere()
    showMessage()
    tell(siteOrigin, {
      type: 'page',
      url: location.href,
      title: document.title,
      screen: shownScreen(),
      status: statusOfPage(),
      entry: window.navigation?.activation?.navigationType,
      entryKey: window.navigation?.currentEntry?.key,
    })
  })
  let leaves = false
  document.addEventListener('submit', () => {
    leaves = true
  })
  document.addEventListener('change', ({ target }) => {
    const typed = typedIn(target)
    if (typed) tell(siteOrigin, { type: 'typed', screen: shownScreen(), ...typed, leaves })
  })
}
