import type { Act } from '../events.ts'
import { isSandboxAddress } from '../keep-mail.ts'
import type { Ctx } from './context.ts'

/** What a person did by a request, and what the answer shows. A mail scanner's HEAD is no act. */
export function actsOf(c: Ctx): Act[] {
  if (c.req.method === 'HEAD') return []
  const { acts = [], shown } = c.var
  const result = shown ? { shown: withoutValues(shown) } : {}
  return acts.map((act) => ({ ...act, ...result }))
}

/** Messages quote what was typed, and name people by their addresses in a sandbox's domain. Neither gets into the stream. */
function withoutValues({ screen, message }: NonNullable<Act['shown']>): Act['shown'] {
  if (message === undefined) return { screen }
  const isAddress = (word: string) => isSandboxAddress(word) && !word.startsWith('@')
  const words = message.replace(/“.*”/s, '“…”').split(' ')
  return { screen, message: words.map((word) => (isAddress(word) ? '…' : word)).join(' ') }
}
