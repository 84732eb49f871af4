import type { Frame } from '@playwright/test'

declare global {
  interface Window {
    doorstepCopied?: string
  }
}

/** Presses something that copies, and answers what it put on the clipboard, if anything; the clipboard of this machine is left alone. */
export async function copiedBy(frame: Frame, press: () => Promise<void>): Promise<string | undefined> {
  await frame.evaluate(() => {
    const keep = async (text: string) => {
      window.doorstepCopied = text
    }
    const { clipboard } = navigator
    // Pages without TLS have no clipboard; they copy what is selected.
    if (clipboard) Object.assign(clipboard, { writeText: keep })
    document.addEventListener('copy', () => {
      const field = document.activeElement
      const typed =
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''
      window.doorstepCopied = typed || String(getSelection())
    })
  })
  await press()
  return frame.evaluate(() => {
    if (navigator.clipboard) Reflect.deleteProperty(navigator.clipboard, 'writeText')
    const { doorstepCopied } = window
    delete window.doorstepCopied
    return doorstepCopied
  })
}
