import { useState } from 'react'

/** How long it is said that something was copied, in ms. */
const SAID = 2_000

/** Copies where a page may not use the clipboard by itself: in a sandboxed frame, or over plain http. */
function copySelected(text: string): boolean {
  const { activeElement } = document
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (activeElement instanceof HTMLElement) activeElement.focus()
  return isCopied
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

/** Copies a text, and says for a moment what came of it. */
export function useCopy(done = 'Copied'): { said: string; copy: (text: string) => void } {
  const [said, setSaid] = useState('')
  const copy = async (text: string) => {
    setSaid((await copied(text)) ? done : 'The browser does not allow it')
    setTimeout(() => setSaid(''), SAID)
  }
  return { said, copy: (text) => void copy(text) }
}
