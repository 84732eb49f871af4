import { useCallback, useEffect, useRef, useState } from 'react'
import type { World } from './values.ts'

interface Options {
  /** Whether it is time: a code is on the screen, or an app is enrolled. Nothing is loaded before. */
  needed: boolean
  enrolled: boolean
  /** Whom the enrolment is for, as the app shows it. */
  account: string
}

/**
 * The product's side and the phone's side of an authenticator app, without a server. `enrolled`: the phone knows the secret from
 * the beginning; otherwise it learns it by scanning.
 */
export function useAuthenticator({ needed, enrolled, account }: Options) {
  const [secret, setSecret] = useState<string>()
  const [qr, setQr] = useState<string>()
  const [scanned, setScanned] = useState<string>()
  const used = useRef<string>(undefined)

  useEffect(() => {
    let gone = false
    const prepare = async () => {
      const { makeEnrolment } = await import('./make-enrolment.ts')
      const { secret, qr } = await makeEnrolment(account)
      if (gone) return
      setSecret(secret)
      setQr(qr)
      setScanned(enrolled ? secret : undefined)
    }
    if (needed && !secret) void prepare()
    return () => {
      gone = true
    }
  }, [needed, enrolled, account, secret])

  const codes = useCallback(async (): Promise<Pick<World, 'code' | 'usedCode'>> => {
    if (!secret) return {}
    const { codeAt } = await import('../../../machines/devices/authenticator-app.ts')
    return { code: codeAt(secret, Date.now()), usedCode: used.current }
  }, [secret])

  const spend = useCallback(async () => {
    used.current = (await codes()).code
  }, [codes])

  const onScan = useCallback(async () => {
    if (!qr) return
    const { scan } = await import('../desk/scan.ts')
    setScanned((await scan(qr))?.secret)
  }, [qr])

  return { qr, secret: scanned, onScan, codes, spend }
}
