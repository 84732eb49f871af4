import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import type { Frame } from './frame.ts'

interface Options {
  frame: Frame
  /** Known from the beginning, where an app is enrolled already. */
  enrolled?: string
  /** How far the sandbox's clock is ahead, in ms. */
  ahead: number
  /** Moves the sandbox's clock, in ms. */
  advance: (ms: number) => Promise<void>
}

/** The reader's phone in a live sandbox: it scans the code on the tenant's page and counts in the sandbox's time. */
export function usePhone({ frame, enrolled, ahead, advance }: Options) {
  const [scanned, setScanned] = useState<string>()
  const secret = scanned ?? enrolled
  const now = useCallback(() => Date.now() + ahead, [ahead])
  const app = useRef<AuthenticatorApp>(undefined)
  /** The app outlives every change of the clock. */
  const clock = useRef({ now, advance })
  useEffect(() => {
    clock.current = { now, advance }
  }, [now, advance])

  const onScan = useCallback(async () => {
    const picture = await frame.readQr()
    const { scan } = await import('../desk/scan.ts')
    const found = picture ? await scan(picture) : undefined
    if (found) setScanned(found.secret)
    return found?.secret
  }, [frame])

  /** A code is good once: where the present one is spent, the sandbox's clock moves on to the next. */
  const freshCode = useCallback(async () => {
    const known = (await frame.readQr()) ? await onScan() : secret
    if (!known) throw new Error('The phone knows no account yet: scan the QR code first.')
    const { AuthenticatorApp } = await import('../../../machines/devices/authenticator-app.ts')
    const { enrolmentOfKey } = await import('../../../machines/devices/enrolment.ts')
    app.current ??= new AuthenticatorApp({
      now: () => clock.current.now(),
      advance: (seconds) => clock.current.advance(seconds * 1000),
    })
    app.current.scan(enrolmentOfKey(known))
    return app.current.right()
  }, [frame, onScan, secret])

  const lastCode = useCallback(async () => app.current?.used(), [])

  return { secret, now, onScan, freshCode, lastCode }
}
