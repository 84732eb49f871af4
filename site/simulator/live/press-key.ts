/** A key of the frame, as if it was pressed in this page (Keys.tsx). */
export const pressKey = (key: string): boolean =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
