/** How far the mouse moves, in px, before a press becomes a drag. */
const SLACK = 4

/** Moves what a sheet shows with the mouse. On a touch screen, the sheet scrolls by itself. */
export function dragToPan(sheet: HTMLElement): void {
  let from: { x: number; y: number; left: number; top: number } | undefined
  let isDragged = false

  sheet.addEventListener('pointerdown', ({ pointerType, button, clientX: x, clientY: y }) => {
    isDragged = false
    if (pointerType === 'mouse' && button === 0) from = { x, y, left: sheet.scrollLeft, top: sheet.scrollTop }
  })
  sheet.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    if (!from) return
    const [x, y] = [clientX - from.x, clientY - from.y]
    if (!isDragged && Math.hypot(x, y) < SLACK) return
    isDragged = true
    sheet.setPointerCapture(pointerId)
    sheet.dataset.dragged = ''
    sheet.scrollTo({ left: from.left - x, top: from.top - y, behavior: 'instant' })
  })
  const end = () => {
    from = undefined
    delete sheet.dataset.dragged
  }
  sheet.addEventListener('pointerup', end)
  sheet.addEventListener('pointercancel', end)
  // A drag that ends on a state does not go there.
  sheet.addEventListener('click', (event) => isDragged && event.stopImmediatePropagation(), { capture: true })
}
