import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { keep, readKept } from '../kept-in-tab.ts'
import type { Codes } from './known.ts'

interface Options {
  /** Names the walk that the app belongs to, among all that the tab keeps. */
  place: string
  /** What tells each moment of the walk from all others, the beginning first: what was done on another walk is not done on this one. */
  ways: readonly string[]
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

/** What a reload must not lose. */
interface Kept {
  enrolment?: Enrolment
  /** The secret, once the phone has scanned it. */
  scanned?: Done | undefined
  /** The codes that were used. */
  used?: readonly Done[] | undefined
}

/** A secret that was scanned or a code that was used, and the moment of the walk at which that was. */
interface Done {
  text: string
  at: string
}

/** More are not kept: the oldest belong to walks that have been left. */
const MOST_USED = 20

/** How long a code is shown, in ms. */
const PERIOD = 30_000

/** A code that is wrong whatever the time: each digit is another one. */
const otherThan = (code: string) => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10))

/** The product's side and the phone's side of an authenticator app, without a server. */
export function useAuthenticator({ place, ways, needed, known, account, issuer }: Options) {
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [scanned, setScanned] = useState<Done>()
  const preparing = useRef<Promise<Enrolment>>(undefined)
  const used = useRef<readonly Done[]>([])
  const walked = useRef(ways)
  useLayoutEffect(() => {
    walked.current = ways
  })
  const note = useCallback(
    (change: Kept) => keep(`${place}:phone`, { ...readKept<Kept>(`${place}:phone`), ...change }),
    [place],
  )

  const prepare = useCallback(() => {
    preparing.current ??= import('./make-enrolment.ts').then(async ({ makeEnrolment }) => {
      const made = await makeEnrolment(account, issuer)
      setEnrolment(made)
      note({ enrolment: made })
      return made
    })
    return preparing.current
  }, [account, issuer, note])

  // The server knows nothing of this tab: what is kept comes after the first rendering, which has to be the server's.
  useEffect(() => {
    const { enrolment, scanned, used: last } = readKept<Kept>(`${place}:phone`) ?? {}
    preparing.current = enrolment && Promise.resolve(enrolment)
    used.current = last ?? []
    setEnrolment(enrolment)
    setScanned(scanned)
  }, [place])

  useEffect(() => {
    if (needed) void prepare()
  }, [needed, prepare])

  const codes = useMemo<Codes>(() => {
    const lastUsed = () => used.current.findLast(({ at }) => walked.current.includes(at))?.text
    /** The codes of the last time step, this one and the next. */
    const near = async () => {
      const { codeAt } = await import('../devices/one-time-code.ts')
      const { secret } = await prepare()
      const now = Date.now()
      return [-PERIOD, 0, PERIOD].map((drift) => codeAt(secret, now + drift))
    }
    return {
      code: async (which) => {
        if (which === 'used') return lastUsed()
        const [, now = '', next = ''] = await near()
        const right = now === lastUsed() ? next : now
        return which === 'right' ? right : otherThan(right)
      },
      accepts: async (code) => {
        const [before, now, next] = await near()
        const good = now === lastUsed() ? [next] : [before, now]
        return code !== lastUsed() && good.includes(code)
      },
    }
  }, [prepare])

  const spend = useCallback(
    (code: string, at: string) => {
      used.current = [...used.current, { text: code, at }].slice(-MOST_USED)
      note({ used: used.current })
    },
    [note],
  )

  const onScan = useCallback(async () => {
    if (!enrolment) return
    // The page has drawn the QR code itself: what it says is known, and no reader of pictures has to be loaded.
    const scanned = { text: enrolment.secret, at: walked.current.at(-1) ?? '' }
    setScanned(scanned)
    note({ scanned })
  }, [enrolment, note])

  /** The phone is new again, and no code has been used. */
  const forget = useCallback(() => {
    used.current = []
    setScanned(undefined)
    note({ used: undefined, scanned: undefined })
  }, [note])

  const hasScanned = scanned !== undefined && ways.includes(scanned.at)
  const secret = known ? enrolment?.secret : hasScanned ? scanned.text : undefined
  return { qr: enrolment?.qr, offered: enrolment?.secret, secret, onScan, codes, spend, forget }
}
