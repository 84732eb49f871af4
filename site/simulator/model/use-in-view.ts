import { useEffect, useRef } from 'react'
import { sameLabel } from '../../../machines/model/screen.ts'
import { bringIntoView } from '../../tenant/browser/bring-into-view.ts'
import { controlsOf, pressedAs } from './read-form.ts'

/** By what a reader acts on a page. */
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const

/** What is found on a page under a label: a field with its label, or what can be pressed. */
function found(root: ParentNode, label: string): Element[] {
  const [, control] = [...controlsOf(root)].find(([name]) => sameLabel(name, label)) ?? []
  if (control) return [...(control.labels ?? []), control]
  return [...root.querySelectorAll('button, a[href]')]
    .filter((one) => one.ariaHidden !== 'true' && sameLabel(pressedAs(root, one), label))
    .slice(0, 1)
}

/**
 * Scrolls a screen to what the next thing is done with, which on a phone can be below the fold; what has to be read at once comes
 * first. A reader who acts on the screen scrolls it themselves.
 * @param target labels, see `targetOf`
 */
export function useInView(root: ShadowRoot | undefined, target: readonly string[]): void {
  const hasActed = useRef(false)
  useEffect(() => {
    if (!root) return
    const act = () => {
      hasActed.current = true
    }
    for (const sign of SIGNS) root.addEventListener(sign, act, { passive: true })
    for (const here of root.querySelectorAll('nav [aria-current]')) bringIntoView(here, root.host)
    return () => {
      for (const sign of SIGNS) root.removeEventListener(sign, act)
    }
  }, [root])

  const labels = target.join('\n')
  useEffect(() => {
    if (!root || (hasActed.current && root.activeElement)) return
    const inOrder = labels.split('\n').flatMap((label) => found(root, label))
    for (const one of inOrder.toReversed()) bringIntoView(one, root.host)
    const message = root.querySelector('[role="alert"]:not(:empty)')
    if (message) bringIntoView(message, root.host)
  }, [root, labels])
}
