import { useCallback, useRef, useState } from 'react'
import type { Frame } from './frame.ts'

const STEP = 30_000

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
  const spent = useRef(0)
  const now = useCallback(() => Date.now() + ahead, [ahead])

  const onScan = useCallback(async () => {
    const picture = await frame.readQr()
    const { scan } = await import('../desk/authenticator.ts')
    const found = picture ? await scan(picture) : undefined
    if (found) setScanned(found)
    return found
  }, [frame])

  /** A code is good once: where the present one is spent, the sandbox's clock moves on to the next. */
  const freshCode = useCallback(async () => {
    const { codeAt } = await import('../desk/authenticator.ts')
    const known = (await frame.readQr()) ? await onScan() : secret
    if (!known) throw new Error('The phone knows no account yet: scan the QR code first.')
    let time = now()
    if (Math.floor(time / STEP) <= spent.current) {
      await advance(STEP)
      time += STEP
    }
    spent.current = Math.floor(time / STEP)
    return codeAt(known, time)
  }, [frame, onScan, secret, now, advance])

  const lastCode = useCallback(async () => {
    const { codeAt } = await import('../desk/authenticator.ts')
    return secret ? codeAt(secret, spent.current * STEP) : undefined
  }, [secret])

  return { secret, now, onScan, freshCode, lastCode }
}
