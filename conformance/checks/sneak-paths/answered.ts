import type { Request } from '@playwright/test'
import type { Answer } from '../bench/jar.ts'
import { isRandomId } from '../enumeration/masking.ts'

/** Of an answer what is the same each time; `undefined` where a browser has not had it yet. */
export interface Answered {
  status: number
  /** The path that it sends the browser to, without what is random in it. */
  leadsTo?: string
}

const answered = (status: number, next: string | undefined, product: string): Answered => ({
  status,
  ...(next?.startsWith('http') && { leadsTo: pathOf(next, product) }),
})

const isId = (part: string) => /^\d+$/.test(part) || isRandomId(part)

/** Each sandbox may have a path of its own. */
function pathOf(url: string, product: string): string {
  const { pathname } = new URL(url)
  const own = new URL(product).pathname.replace(/\/$/, '')
  const path = pathname.startsWith(`${own}/`) ? pathname.slice(own.length) : pathname
  return path
    .split('/')
    .map((part) => (isId(part) ? '…' : part))
    .join('/')
}

/** @param product where the sandbox is that it was sent to */
export function answeredInBrowser(request: Request, product: string): Answered | undefined {
  const status = request.existingResponse()?.status()
  return status === undefined ? undefined : answered(status, request.redirectedTo()?.url(), product)
}

export function answeredInJar({ hops }: Pick<Answer, 'hops'>, product: string): Answered | undefined {
  const [first, next] = hops
  return first && answered(first.status, next?.url, product)
}

/**
 * Says that a request is answered otherwise than the browser's was, in words for a report; `undefined` where it is not. One that is
 * ignored need not show an error: it leads to where nothing is done.
 */
export function otherwise(usual: Answered | undefined, now: Answered | undefined): string | undefined {
  if (!usual || (now?.status === usual.status && now.leadsTo === usual.leadsTo)) return undefined
  return `${inWords(now)}, where the browser’s was answered with ${inWords(usual)}`
}

const inWords = (answer: Answered | undefined) =>
  answer ? [answer.status, answer.leadsTo && `to ${answer.leadsTo}`].filter(Boolean).join(' ') : 'nothing'
