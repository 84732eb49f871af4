import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { networkIn } from '../../caller.ts'
import { Limit } from '../../limit.ts'
import type { Tenant } from '../tenant.ts'
import { ControlError } from './control-error.ts'

/** A class of 300 begins in the same minute, from the one address of its school; then one every two seconds. */
const SANDBOXES = { burst: 320, perSecond: 0.5 }
/** What a page or a check asks for in one sandbox. */
const CALLS = { burst: 240, perSecond: 20 }

/** Limits of the control API; none where only this machine reaches it. */
export function controlLimits({ now, isLimited, trustProxy }: Tenant) {
  const sandboxes = new Limit({ ...SANDBOXES, now })
  const calls = new Limit({ ...CALLS, now })
  const demand = (limit: Limit, key: string, what: string) => {
    const seconds = isLimited ? limit.take(key) : 0
    if (seconds === 0) return
    throw new ControlError(429, 'too-many-requests', `${what} Try again in ${seconds} s.`, seconds)
  }
  return {
    /** Nobody is known before there is a sandbox, so the network is all that can be counted. */
    onMaking: createMiddleware<{ Bindings: Partial<HttpBindings> }>(async (c, next) => {
      demand(sandboxes, networkIn(c.env, trustProxy), 'Too many sandboxes are made from your network.')
      await next()
    }),
    /** @param sandbox whose key was sent */
    onCall: (sandbox: string) => demand(calls, sandbox, 'Too many requests for this sandbox.'),
  }
}
