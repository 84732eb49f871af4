import { useEffect, useState } from 'react'
import { useCopy } from '../use-copy.ts'
import { Card } from './Card.tsx'

export interface PhoneProps {
  /** What the app knows, in Base32; nothing until a code was scanned. */
  secret?: string
  /** A QR code is on the screen. */
  canScan: boolean
  onScan: () => Promise<unknown>
  /** The sandbox's time in ms since 1970. */
  now?: () => number
}

const period = 30_000

/** The authenticator app on the phone. */
export function Phone({ secret, canScan, onScan, now = Date.now }: PhoneProps) {
  const [code, setCode] = useState('')
  const [left, setLeft] = useState(period)
  const { said, copy } = useCopy()

  useEffect(() => {
    if (!secret) return
    let gone = false
    const tick = async () => {
      const { codeAt } = await import('./one-time-code.ts')
      const time = now()
      const next = codeAt(secret, time)
      if (gone) return
      setCode(next)
      setLeft(period - (time % period))
    }
    void tick()
    const timer = setInterval(tick, 1000)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [secret, now])

  return (
    <Card kind="phone" title="Authenticator app" aside={secret ? `${Math.ceil(left / 1000)} s` : undefined}>
      {secret ? (
        <div className="code-row">
          <output className="code" aria-live="off">
            {code ? `${code.slice(0, 3)} ${code.slice(3)}` : '··· ···'}
          </output>
          <button type="button" onClick={() => copy(code)}>
            <span aria-live="polite">{said || 'Copy'}</span>
          </button>
        </div>
      ) : (
        <p className="empty">No account in the app yet.</p>
      )}
      {canScan ? (
        <button type="button" className="act" data-press="scan" onClick={onScan}>
          Scan the QR code
        </button>
      ) : null}
      {secret ? <progress max={period} value={left} aria-hidden="true" /> : null}
    </Card>
  )
}
