import { useState } from 'react'
import type { Exchange } from '../../tenant/exchange.ts'
import { asCurl } from '../../wire/curl.ts'
import { maskedExchange } from '../../wire/secrets.ts'
import { useHidden } from './shown.ts'

/** How long it is said that something was copied, in ms. */
const SAID = 2_000

/** Copies the request as a command line; secrets in it are masked unless they are shown. */
export function CopyCurl({ exchange }: { exchange: Exchange }) {
  const hidden = useHidden()
  const [said, setSaid] = useState('')
  const copy = () => {
    const tell = (text: string) => {
      setSaid(text)
      setTimeout(() => setSaid(''), SAID)
    }
    navigator.clipboard.writeText(asCurl(maskedExchange(exchange, hidden))).then(
      () => tell('Copied'),
      () => tell('The browser does not allow it'),
    )
  }
  return (
    <button type="button" className="wire-copy" onClick={copy}>
      <span aria-live="polite">{said || 'Copy as cURL'}</span>
    </button>
  )
}
