/** Keys that mean something to the site around the frame. */
const KEYS = ['ArrowLeft', 'ArrowRight', '?']

/** What has a use of its own for them. */
const HAS_OWN = 'input, select, textarea, [contenteditable]'

/** Hands the keys on that walk: while the focus is in the frame, the site does not hear them. */
export function handKeysOn(tell: (key: string) => void): void {
  addEventListener('keydown', ({ key, target, ctrlKey, altKey, metaKey, defaultPrevented }) => {
    const isTaken = defaultPrevented || (target instanceof Element && target.closest(HAS_OWN) !== null)
    if (!isTaken && !ctrlKey && !altKey && !metaKey && KEYS.includes(key)) tell(key)
  })
}
