import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { FORM_TOKEN, FORM_TOKEN_HEADER } from '../screens/parts/form-token.ts'
import { hashToken, makeToken } from '../secrets.ts'
import type { Ctx, Env } from './context.ts'
import { readCookie, writeCookie } from './cookie.ts'
import { isSafe } from './refuse-cross-site.ts'

/** Holds a browser's secret: the token is made of it. */
const COOKIE = 'form'

/**
 * The token of a browser with this secret. With a link it is good as long as that browser opens no other link, which would decide
 * whose password the form sets.
 * @param link token of the mailed link that led to the form
 */
export const tokenFor = (secret: string, link = '') => hashToken(`form ${secret} ${link}`)

/**
 * Gives each browser a token that its forms send back (the synchronizer token pattern), and refuses a request that changes
 * something without it. Scripts send it in a header.
 */
export const checkFormToken = createMiddleware<Env>(async (c, next) => {
  const kept = readCookie(c, COOKIE)
  const own = kept === undefined ? undefined : tokenFor(kept, linkHere(c))
  if (!isSafe(c) && c.var.tenant.rules.isFormForged(await sentToken(c), own))
    throw new HTTPException(403, {
      message:
        'This form is out of date, so nothing was done. Go back, load the page again, and send it once more.',
    })
  c.set('formToken', own ?? giveToken(c))
  await next()
})

function giveToken(c: Ctx): string {
  const secret = makeToken(c.var.tenant.random)
  writeCookie(c, COOKIE, secret)
  return tokenFor(secret, linkHere(c))
}

/** Browsers send the cookie of a link only to the pages that it leads to. */
const linkHere = (c: Ctx) => readCookie(c, 'activate') ?? readCookie(c, 'reset')

async function sentToken(c: Ctx): Promise<string | undefined> {
  const header = c.req.header(FORM_TOKEN_HEADER)
  if (header !== undefined || c.req.header('content-type')?.startsWith('application/json')) return header
  const body = await c.req.parseBody().catch(() => ({}))
  return z.string().optional().catch(undefined).parse(Reflect.get(body, FORM_TOKEN))
}
