import type { Exchange } from '../../tenant/exchange.ts'
import { asCurl } from '../../wire/curl.ts'
import { maskedExchange } from '../../wire/secrets.ts'
import { useCopy } from '../use-copy.ts'
import { useHidden } from './shown.ts'

/** Copies the request as a command line; secrets in it are masked unless they are shown. */
export function CopyCurl({ exchange }: { exchange: Exchange }) {
  const hidden = useHidden()
  const { said, copy } = useCopy()
  return (
    <button
      type="button"
      className="wire-copy"
      onClick={() => copy(asCurl(maskedExchange(exchange, hidden)))}
    >
      <span aria-live="polite">{said || 'Copy as cURL'}</span>
    </button>
  )
}
