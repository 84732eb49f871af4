import { useState } from 'react'

/** How long it is said that something was copied, in ms. */
const SAID = 2_000

/** The address of the moment on the page of its flow, from wherever it is shown. */
const addressOfMoment = () => {
  const address = new URL(location.href)
  address.pathname = address.pathname.replace('/embed/', '/flows/')
  address.search = ''
  return address.href
}

/** Copies where a page may not use the clipboard by itself, as in a sandboxed frame. */
function copySelected(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

/** Copies the address of the moment that is shown. */
export function CopyLink() {
  const [said, setSaid] = useState('')
  const press = async () => {
    setSaid((await copy(addressOfMoment())) ? 'Link copied' : 'The browser does not allow it')
    setTimeout(() => setSaid(''), SAID)
  }
  return (
    <button
      type="button"
      className="copy-link"
      aria-label="Copy link to this moment"
      title={said || 'Copy link to this moment'}
      onClick={() => void press()}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path
          d={
            said
              ? 'm4 10.5 4 4 8-9'
              : 'M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1m1 4a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1'
          }
        />
      </svg>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </button>
  )
}
