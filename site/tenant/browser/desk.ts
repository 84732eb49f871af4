import type { DeskMessage, PageMessage } from '../desk-messages.ts'
import { fill, press } from './by-label.ts'
import { answerKey, switchToDeskKey } from './desk-key.ts'
import { look } from './look.ts'
import { typedIn } from './typed.ts'

/**
 * Speaks with the desk around the frame; see desk-messages.ts. Served only to a framed page, and only one origin may frame
 * it, which the script's own element names.
 */
const deskOrigin = document.querySelector<HTMLElement>('script[data-desk-origin]')?.dataset.deskOrigin

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

function listen(origin: string, message: DeskMessage) {
  switch (message.type) {
    case 'read-qr':
      return tell(origin, { type: 'qr', picture: readQr() })
    case 'look':
      return tell(origin, { type: 'looks', ...look() })
    case 'desk-key':
      return switchToDeskKey(message.present, (request) => tell(origin, request))
    case 'key-answer':
      return answerKey(message.id, message.credential)
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

const isMessage = (data: unknown): data is DeskMessage =>
  typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string'

if (deskOrigin && window.parent !== window) {
  window.addEventListener('message', (event) => {
    if (event.origin === deskOrigin && event.source === window.parent && isMessage(event.data))
      listen(deskOrigin, event.data)
  })
  // Not before the page's other scripts have run: only then it answers as it would to a person.
  document.addEventListener('DOMContentLoaded', () =>
    tell(deskOrigin, {
      type: 'page',
      url: location.href,
      title: document.title,
      screen: shownScreen(),
      status: statusOfPage(),
    }),
  )
  document.addEventListener('change', ({ target }) => {
    const typed = typedIn(target)
    if (typed) tell(deskOrigin, { type: 'typed', screen: shownScreen(), ...typed })
  })
}
