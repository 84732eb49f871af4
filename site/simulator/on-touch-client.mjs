/** What starts the island before the browser is idle. */
const signs = ['pointerover', 'pointerdown', 'focusin', 'click', 'change', 'submit']
/** What is done again once the island answers. */
const remembered = ['click', 'change', 'submit']
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

/**
 * Loads the island as soon as the browser is idle, or a person reaches for it. What they do before it can answer is done
 * once it can.
 * @type {import('astro').ClientDirective}
 */
export default (load, _options, element) => {
  let last
  let started = false

  const remember = (event) => {
    if (event.target instanceof Element) last = again(event) ?? last
  }
  const rememberKey = ({ key, target }) => {
    if (!keys.includes(key) || target.closest('input, select, textarea')) return
    last = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    start()
  }
  const start = async () => {
    if (started) return
    started = true
    const answering = new Promise((resolve) => addEventListener('island-ready', resolve, { once: true }))
    const hydrate = await load()
    await hydrate()
    await answering
    for (const sign of signs) element.removeEventListener(sign, start)
    for (const sign of remembered) element.removeEventListener(sign, remember, true)
    document.removeEventListener('keydown', rememberKey)
    // What was pressed in the model is not meant for a live tenant that has taken its place.
    if (!location.hash.includes('mode=live')) last?.()
  }

  for (const sign of remembered) element.addEventListener(sign, remember, true)
  for (const sign of signs) element.addEventListener(sign, start, { passive: true })
  document.addEventListener('keydown', rememberKey)
  if (/walk=|mode=|within=/.test(location.hash)) start()
  else if (document.readyState === 'complete') whenIdle(start)
  else addEventListener('load', () => whenIdle(start), { once: true })
}
