import { createMiddleware } from 'hono/factory'
import type { Act } from '../events.ts'
import { mailDomain } from '../keep-mail.ts'
import { publish } from '../publish.ts'
import type { Env } from './context.ts'

/** Tells the sandbox's stream what a person did by a request, and what the answer shows. A mail scanner's HEAD is no act. */
export const tellActs = createMiddleware<Env>(async (c, next) => {
  await next()
  if (c.req.method === 'HEAD') return
  const { tenant, sandbox, acts = [], shown } = c.var
  const result = shown ? { shown: withoutValues(shown, mailDomain(sandbox.id)) } : {}
  for (const act of acts) await publish(tenant.store, sandbox.id, { ...act, ...result })
})

/** Messages quote what was typed, and name people by their addresses in the sandbox's domain. Neither gets into the stream. */
function withoutValues({ screen, message }: NonNullable<Act['shown']>, domain: string): Act['shown'] {
  if (message === undefined) return { screen }
  const isAddress = (word: string) => word.endsWith(`@${domain}`) && !word.startsWith('@')
  const words = message.replace(/“.*”/s, '“…”').split(' ')
  return { screen, message: words.map((word) => (isAddress(word) ? '…' : word)).join(' ') }
}
