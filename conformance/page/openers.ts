import type { Frame, Locator } from '@playwright/test'
import { onElements } from './in-page.ts'

/** What opens a part of the page: a summary, or what says that it expands something or has a menu. Lists to choose from are fields. */
const OPENERS =
  'details > summary, :is(button, a, [role=button]):is([aria-expanded], [aria-haspopup=true], [aria-haspopup=menu])'

export interface Opener {
  /** The name of a summary, which the accessibility tree knows by no role of its own. */
  summary: string[]
  isClosed: boolean
  /** Names of what can be pressed once it is open, as far as the page has it already. */
  holds: string[]
  /** It is a link: pressing it leads elsewhere, pointing at it may open it. */
  leadsOn: boolean
  /** It says that it has a menu, and nothing of it is on the page before it is opened. */
  isUnread: boolean
}

/** All of them in a frame or in a part of one, in order. */
export const openersOn = (within: Frame | Locator) => within.locator(OPENERS)

/** What each of them is, and what the part that it opens holds. A page that is just being left has none. */
export const readOpeners = (frame: Frame): Promise<Opener[]> =>
  openersOn(frame)
    .evaluateAll(onElements(read))
    .catch(() => [])

/** Which part an opener opens, pages say differently: by `aria-controls`, by a label that refers back, or by the order. */
function read(openers: Element[]): Opener[] {
  const isShown = (element: Element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true
  const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const partOf = (opener: Element) => {
    if (opener.matches('summary')) return opener.parentElement
    const controlled = document.getElementById(opener.getAttribute('aria-controls') ?? '')
    const labelled = opener.id && document.querySelector(`[aria-labelledby~="${CSS.escape(opener.id)}"]`)
    return controlled || labelled || opener.nextElementSibling
  }
  return openers.map((opener) => {
    const isSummary = opener.matches('summary')
    const isOpen = isSummary
      ? opener.parentElement?.hasAttribute('open')
      : opener.getAttribute('aria-expanded') === 'true'
    const isClosed = isShown(opener) && !isOpen
    const within = partOf(opener)?.querySelectorAll('button, a[href], [role=menuitem]') ?? []
    const hidden = isClosed ? [...within].filter((element) => !isShown(element)) : []
    const leadsOn =
      opener instanceof HTMLAnchorElement && /^(?!#|javascript:)./.test(opener.getAttribute('href') ?? '')
    return {
      summary: isSummary && isShown(opener) ? [textOf(opener)] : [],
      isClosed,
      holds: hidden.map((element) => element.getAttribute('aria-label') ?? textOf(element)).filter(Boolean),
      leadsOn,
      isUnread:
        isClosed &&
        hidden.length === 0 &&
        !leadsOn &&
        opener.matches('[aria-haspopup=true], [aria-haspopup=menu]'),
    }
  })
}
