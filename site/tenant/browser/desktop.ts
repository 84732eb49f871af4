/** How wide a page is at least in the frame, in CSS pixels: as on a computer, so that a pane on the left is on the left. */
const DESKTOP = 800
/** A frame that is narrower is a phone's, in CSS pixels: there the page is what a phone shows. */
const PHONE = 480

/**
 * Draws the page smaller where the frame is narrower than a computer's window. The page does it itself: it stays where the browser
 * says it is, for code that presses its controls from outside.
 */
export function drawAsOnDesktop(): void {
  const draw = () => {
    const zoom = innerWidth < PHONE ? 1 : Math.min(1, innerWidth / DESKTOP)
    const { style } = document.documentElement
    style.zoom = String(zoom)
    style.setProperty('--zoom', String(zoom))
  }
  draw()
  addEventListener('resize', draw)
}
