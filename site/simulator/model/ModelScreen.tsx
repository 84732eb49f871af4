import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Screen } from '../../../machines/model/screen.ts'
import type { Typed } from '../../../machines/model/values.ts'
import type { ProductScreens } from '../../products.ts'
import { PlainScreen } from './PlainScreen.tsx'
import plainStyles from './plain-screen.css?inline'
import { controlsOf, type ReadForm, readForm, write } from './read-form.ts'
import type { Seen } from './seen.ts'
import { useInView } from './use-in-view.ts'

interface Props {
  /** Id of the screen in its pack. */
  id: string
  screen: Screen
  /** The screens of the product itself, where it has some. */
  product?: ProductScreens | undefined
  seen: Seen
  /** Address of the account. */
  email: string
  /** What was typed last into each field, on this screen and on those before. */
  typed: Typed
  /** Where an authenticator app can be enrolled: the picture to scan, and the key in Base32. */
  qr?: string | undefined
  secret?: string | undefined
  /** Labels of what the next thing is done with. */
  target: readonly string[]
  onForm: (form: ReadForm) => void
}

/** A screen of the product, in a separate shadow root so that its looks and the site's do not mix. */
export function ModelScreen({ id, screen, product, seen, email, typed, qr, secret, ...rest }: Props) {
  const { target, onForm } = rest
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot>()

  useLayoutEffect(() => {
    if (host.current) setRoot(host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' }))
  }, [])

  useEffect(() => {
    if (!root) return
    const read = (event: Event) => {
      const form = readForm(root, event)
      if (form?.press !== undefined) event.preventDefault()
      if (form) onForm(form)
    }
    root.addEventListener('click', read)
    root.addEventListener('change', read)
    return () => {
      root.removeEventListener('click', read)
      root.removeEventListener('change', read)
    }
  }, [root, onForm])

  useFilled(root, seen.filled)
  useFocusOnHeading(root)
  useInView(root, target)

  const own = product?.screens[id]
  return (
    <div ref={host} className="shadow-host">
      <p className="nothing-open">{screen.heading}</p>
      {root
        ? createPortal(
            <>
              <style>{own ? product?.styles : plainStyles}</style>
              {own ? (
                own({ ...seen, email, typed, qr, secret: seen.isKeyAsked ? secret : undefined })
              ) : (
                <PlainScreen {...screen} seen={seen} qr={qr} secret={secret} />
              )}
            </>,
            root,
          )
        : null}
    </div>
  )
}

/** A new screen is read from its heading. As long as the reader has done nothing, the focus stays where it is. */
function useFocusOnHeading(root: ShadowRoot | undefined) {
  useEffect(() => {
    const heading = root?.querySelector<HTMLElement>('h1')
    if (!heading || !navigator.userActivation.hasBeenActive) return
    heading.tabIndex = -1
    heading.style.outline = 'none'
    heading.focus({ preventScroll: true })
  }, [root])
}

/** Writes into the fields what was typed for the reader, and takes it back with the event that typed it. */
function useFilled(root: ShadowRoot | undefined, filled: Typed) {
  const before = useRef<Typed>({})
  useEffect(() => {
    if (!root) return
    // As the tenant's own scripts do: buttons that take their place are not needed here either.
    for (const form of root.querySelectorAll('form')) form.classList.add('scripted')
    for (const [label, control] of controlsOf(root)) {
      if (control === root.activeElement) continue
      if (filled[label] !== undefined) write(control, filled[label])
      else if (before.current[label] !== undefined) control.value = ''
    }
    before.current = filled
  }, [root, filled])
}
