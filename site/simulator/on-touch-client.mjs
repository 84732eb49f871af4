/** What starts the island before the browser is idle. */
const signs = ['pointerover', 'pointerdown', 'focusin', 'click', 'change', 'submit']
/** What is done again once the island answers. */
const remembered = ['click', 'change', 'submit']
/** How a press of a button begins, and what a script or a key makes of it. */
const presses = ['pointerdown', 'click']
/** Keys that walk, wherever the focus is. */
const keys = ['ArrowRight', 'ArrowLeft', '?']

const whenIdle = (start) =>
  'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 1_000 }) : setTimeout(start, 200)

/** The link of a mail at which a person has pressed; its frame cannot be pressed itself yet. */
function linkAt({ target, clientX, clientY }) {
  const frame = target.closest('.mail')?.querySelector('iframe')
  if (!frame?.contentDocument) return undefined
  const { left, top, width } = frame.getBoundingClientRect()
  const scale = width / frame.offsetWidth
  const pressed = frame.contentDocument.elementFromPoint((clientX - left) / scale, (clientY - top) / scale)
  return pressed?.closest('a[href]') ?? undefined
}

/** What does again, once the island answers, what a person has done before; `undefined` for what has no effect. */
function again(event) {
  const { target } = event
  if (event.type === 'submit') {
    event.preventDefault()
    return () => target.isConnected && target.requestSubmit()
  }
  if (event.type === 'change') {
    if (!(target instanceof HTMLSelectElement)) return undefined
    const { value } = target
    return () => {
      target.value = value
      target.dispatchEvent(new Event('change', { bubbles: true }))
    }
  }
  const control = target.closest('button, input, label, select')
  if (control?.matches('select')) return undefined
  const pressed = control ? (control.control ?? control) : linkAt(event)
  if (pressed) event.preventDefault()
  return pressed && (() => pressed.isConnected && pressed.click())
}

/** How long a live tenant takes to open at most, in ms. */
const OPENING = 30_000

/** Does the first step at the live tenant, as soon as that has opened; nothing where somebody has walked meanwhile. */
function doFirstWhenOpen(element) {
  const press = () => {
    if (location.hash.includes('walk=')) return true
    const button = element.querySelector('.bench[data-mode="live"] .do-it[aria-disabled="false"]')
    button?.click()
    return button !== null
  }
  if (press()) return
  const watching = new MutationObserver(() => press() && watching.disconnect())
  watching.observe(element, { attributes: true, childList: true, subtree: true })
  setTimeout(() => watching.disconnect(), OPENING)
}

/**
 * Loads the island as soon as the browser is idle, or a person reaches for it. What they do before it can answer is done
 * once it can.
 * @type {import('astro').ClientDirective}
 */
export default (load, _options, element) => {
  let last
  let isNext = false
  let started = false

  const remember = (event) => {
    if (event.target instanceof Element) last = again(event) ?? last
  }
  // The button may be another one by the time that the click comes.
  const rememberPress = ({ target }) => {
    isNext = target instanceof Element && target.closest('.do-it') !== null
  }
  const rememberKey = ({ key, target }) => {
    if (!keys.includes(key) || target.closest('input, select, textarea')) return
    isNext = key === 'ArrowRight'
    last = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    start()
  }
  // At once, so that the island alone does what is pressed from then on.
  const stopRemembering = () => {
    for (const sign of signs) element.removeEventListener(sign, start)
    for (const sign of remembered) element.removeEventListener(sign, remember, true)
    for (const sign of presses) element.removeEventListener(sign, rememberPress, true)
    document.removeEventListener('keydown', rememberKey)
  }
  const start = async () => {
    if (started) return
    started = true
    const answering = new Promise((resolve) => {
      const stop = () => {
        stopRemembering()
        resolve()
      }
      addEventListener('island-ready', stop, { once: true })
    })
    const hydrate = await load()
    // Not waited for: the island may answer before that ends, and what is pressed between would be undone.
    hydrate()
    await answering
    if (!location.hash.includes('mode=live')) last?.()
    // Of what was pressed in the model, only the first step is meant for the live tenant that takes its place.
    else if (isNext) doFirstWhenOpen(element)
  }

  for (const sign of remembered) element.addEventListener(sign, remember, true)
  for (const sign of presses) element.addEventListener(sign, rememberPress, true)
  for (const sign of signs) element.addEventListener(sign, start, { passive: true })
  document.addEventListener('keydown', rememberKey)
  if (/walk=|mode=|within=/.test(location.hash)) start()
  else if (document.readyState === 'complete') whenIdle(start)
  else addEventListener('load', () => whenIdle(start), { once: true })
}
