import type { Answer } from '../bench/jar.ts'
import type { Sent } from '../bench/sent.ts'

type Asked = Pick<Sent, 'url'>
type Answered = Pick<Answer, 'status' | 'url'>

export const isOpen = ({ url }: Asked, { status, url: at }: Answered): boolean => status < 300 && at === url

/**
 * Whether something opens half-way that should not. The page on which the login waits is open, although it may be one that people
 * find behind the login as well: that for the choice of a second factor.
 * @param waitsAt its address
 */
export const opensHalfWay = (ask: Asked, answer: Answered, waitsAt: string): boolean =>
  isOpen(ask, answer) && new URL(ask.url).pathname !== new URL(waitsAt).pathname
