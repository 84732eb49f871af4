import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Codes } from './known.ts'

interface Options {
  /** Whether it is time: a key is on the screen, or an app is enrolled. Nothing is loaded before. */
  needed: boolean
  /** The phone knows the account without scanning: it was enrolled before, or on the way. */
  known: boolean
  /** The account and the issuer of the enrolment, as the app shows it. */
  account: string
  issuer: string
}

interface Enrolment {
  /** Base32. */
  secret: string
  /** Data URL. */
  qr: string
}

/** How long a code is shown, in ms. */
const PERIOD = 30_000

/** A code that is wrong whatever the time: each digit is another one. */
const otherThan = (code: string) => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10))

/** The product's side and the phone's side of an authenticator app, without a server. */
export function useAuthenticator({ needed, known, account, issuer }: Options) {
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [scanned, setScanned] = useState<string>()
  const preparing = useRef<Promise<Enrolment>>(undefined)
  const used = useRef<string>(undefined)

  const prepare = useCallback(() => {
    preparing.current ??= import('./make-enrolment.ts').then(async ({ makeEnrolment }) => {
      const made = await makeEnrolment(account, issuer)
      setEnrolment(made)
      return made
    })
    return preparing.current
  }, [account, issuer])

  useEffect(() => {
    if (needed) void prepare()
  }, [needed, prepare])

  const codes = useMemo<Codes>(() => {
    /** The codes of the last time step, this one and the next. */
    const near = async () => {
      const { codeAt } = await import('../../../machines/devices/authenticator-app.ts')
      const { secret } = await prepare()
      const now = Date.now()
      return [-PERIOD, 0, PERIOD].map((drift) => codeAt(secret, now + drift))
    }
    return {
      code: async (which) => {
        if (which === 'used') return used.current
        const [, now = '', next = ''] = await near()
        const right = now === used.current ? next : now
        return which === 'right' ? right : otherThan(right)
      },
      accepts: async (code) => {
        const [before, now, next] = await near()
        const good = now === used.current ? [next] : [before, now]
        return code !== used.current && good.includes(code)
      },
    }
  }, [prepare])

  const spend = useCallback((code: string) => {
    used.current = code
  }, [])

  const onScan = useCallback(async () => {
    if (!enrolment) return
    const { scan } = await import('../desk/scan.ts')
    setScanned((await scan(enrolment.qr))?.secret)
  }, [enrolment])

  const secret = known ? enrolment?.secret : scanned
  return { qr: enrolment?.qr, offered: enrolment?.secret, secret, onScan, codes, spend }
}
