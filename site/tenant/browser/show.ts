import { bringIntoView } from './bring-into-view.ts'
import { seenAs } from './by-label.ts'

/** By what a person acts on the page. */
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

let hasActed = false
for (const sign of SIGNS)
  addEventListener(
    sign,
    () => {
      hasActed = true
    },
    { passive: true },
  )

/** Navigation that does not fit scrolls to where one is. */
export function showHere(): void {
  for (const here of document.querySelectorAll('nav [aria-current]')) bringIntoView(here)
}

/** A refusal is read at once, though the frame is low: a browser lets no frame of another site focus the field by itself. */
export function showMessage(): void {
  const message = document.querySelector('[role="alert"]:not(:empty)')
  if (message) bringIntoView(message)
}

/** Where a party has its own words, a person begins with the first field. */
const firstField = () => [...document.querySelectorAll('main form input:not([type=hidden])')].slice(0, 1)

/** Shows what the next thing is done with, the first of it before the others. A person who acts on the page scrolls it themselves. */
export function showTarget(labels: readonly string[]): void {
  if (hasActed && document.hasFocus()) return
  const target = labels.length > 0 ? labels.flatMap(seenAs) : firstField()
  for (const element of target.toReversed()) bringIntoView(element)
  showMessage()
}
