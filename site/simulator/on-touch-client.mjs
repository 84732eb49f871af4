const signs = ['pointerover', 'pointerdown', 'focusin', 'keydown']

/** @type {import('astro').ClientDirective} */
export default (load, _options, element) => {
  /** The control that was pressed before the island could answer: pressed again for the person once it can. */
  let pressed
  let started = false

  const remember = (event) => {
    const control = event.target instanceof Element && event.target.closest('button')
    if (control) pressed = control.dataset.press
    event.preventDefault()
  }
  const start = async () => {
    if (started) return
    started = true
    const answering = new Promise((resolve) => addEventListener('island-ready', resolve, { once: true }))
    const hydrate = await load()
    await hydrate()
    await answering
    for (const sign of signs) element.removeEventListener(sign, start)
    element.removeEventListener('click', remember, true)
    // What was pressed in the model is not meant for a live tenant that has taken its place.
    if (pressed && !location.hash.includes('mode=live'))
      element.querySelector(`[data-press="${CSS.escape(pressed)}"]`)?.click()
  }

  for (const sign of signs) element.addEventListener(sign, start, { passive: true })
  element.addEventListener('click', remember, true)
  if (location.hash.includes('walk=') || location.hash.includes('mode=')) start()
}
