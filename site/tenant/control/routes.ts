import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { keepInUse } from '../keep-in-use.ts'
import { firstAddress } from '../keep-mail.ts'
import { publish } from '../publish.ts'
import { hashToken } from '../secrets.ts'
import { lastEventOf, pathsAsked } from '../store/events.ts'
import { exchangesFrom } from '../store/exchanges.ts'
import { findMail, listMails } from '../store/mails.ts'
import { dropSandbox, findSandbox, moveClock } from '../store/sandboxes.ts'
import type { Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'
import { arrange } from './arrange.ts'
import { arrangement, clockMove, eventNumber, misbehaving, newSandbox } from './bodies.ts'
import { answerControlError, ControlError, readBody } from './control-error.ts'
import { createSandbox } from './create-sandbox.ts'
import { controlLimits } from './limits.ts'
import { misbehaveAt } from './misbehave-at.ts'
import { streamEvents } from './stream-events.ts'

interface Env {
  Variables: { sandbox: Sandbox }
}

/** Lets in who sends the sandbox's key as a bearer token (RFC 6750 section 2.1), not too often. */
const withKey = (tenant: Tenant, onCall: (sandbox: string) => void) =>
  createMiddleware<Env>(async (c, next) => {
    const sandbox = await findSandbox(tenant.store.db, c.req.param('id') ?? '')
    if (!sandbox)
      throw new ControlError(
        404,
        'not-found',
        'This sandbox is there no longer: one that nobody used is dropped when room is needed.',
      )
    const sent = Buffer.from(hashToken((c.req.header('authorization') ?? '').replace(/^Bearer /i, '')))
    if (!timingSafeEqual(sent, Buffer.from(sandbox.key_hash)))
      throw new ControlError(401, 'not-authorised', 'Send the sandbox’s key: Authorization: Bearer <key>.')
    onCall(sandbox.id)
    c.set('sandbox', sandbox)
    await keepInUse(tenant, sandbox)
    await next()
  })

/** Browsers name the origin of the page that asks (Fetch section 3.2); what is no browser names none. */
const onlyKnownOrigins = (tenant: Tenant) =>
  createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== tenant.siteOrigin)
      throw new ControlError(403, 'unknown-origin', 'Pages of this origin may not use the control API.')
    await next()
  })

/**
 * The API for the site and the harness, outside the product: making sandboxes, their mail, their clock, what is given,
 * and what happens. Bodies and answers are JSON; refusals are `{ error: { code, message } }`.
 */
export function controlRoutes(tenant: Tenant) {
  const { db } = tenant.store
  const maxSize = 16 * 1024
  const { onMaking, onCall } = controlLimits(tenant)
  return new Hono<Env>()
    .onError(answerControlError)
    .use('*', onlyKnownOrigins(tenant))
    .use(
      '*',
      cors({
        maxAge: 600,
        origin: tenant.siteOrigin ?? [],
        allowHeaders: ['authorization', 'content-type', 'last-event-id'],
        exposeHeaders: ['retry-after'],
      }),
    )
    .use(
      '*',
      bodyLimit({
        maxSize,
        onError: () => {
          throw new ControlError(413, 'body-too-large', `A body has at most ${maxSize} bytes.`)
        },
      }),
    )

    .post('/sandboxes', onMaking, async (c) =>
      c.json(await createSandbox(tenant, await readBody(c, newSandbox)), 201),
    )

    .use('/sandboxes/:id/*', withKey(tenant, onCall))
    .get('/sandboxes/:id', async (c) => {
      const { sandbox } = c.var
      const url = `${tenant.origin}${baseOf(sandbox)}`
      return c.json({
        id: sandbox.id,
        url,
        email: firstAddress(sandbox.id),
        now: timeIn(tenant, sandbox),
        lastEvent: await lastEventOf(db, sandbox.id),
        hasProvider: (await tenant.provider?.isOpen(sandbox.id)) ?? false,
      })
    })
    .delete('/sandboxes/:id', async (c) => {
      await dropSandbox(db, c.var.sandbox.id)
      tenant.store.feed.wake(c.var.sandbox.id)
      await tenant.provider?.close(c.var.sandbox.id)
      return c.body(null, 204)
    })
    .post('/sandboxes/:id/arrange', async (c) =>
      c.json(await arrange(tenant, c.var.sandbox, await readBody(c, arrangement))),
    )
    .post('/sandboxes/:id/clock', async (c) => {
      const { sandbox } = c.var
      const { advanceMs } = await readBody(c, clockMove)
      const offset = await moveClock(db, sandbox.id, advanceMs)
      await tenant.provider?.setClock(sandbox.id, offset)
      const now = tenant.now() + offset
      await publish(tenant.store, sandbox.id, { kind: 'clock', now, advanced: advanceMs })
      return c.json({ now })
    })
    .get('/sandboxes/:id/provider/registered', async (c) => {
      const registered = await tenant.provider?.registered(c.var.sandbox.id)
      if (!registered) throw new ControlError(404, 'not-found', 'No application has been registered yet.')
      return c.json(registered)
    })
    .get('/sandboxes/:id/provider/asked', async (c) => {
      await tenant.provider?.settled()
      return c.json(await pathsAsked(tenant.store.db, c.var.sandbox.id))
    })
    .put('/sandboxes/:id/provider/misbehaviour', async (c) => {
      const { misbehaviour } = await readBody(c, misbehaving)
      await misbehaveAt(tenant, c.var.sandbox.id, misbehaviour ?? undefined)
      return c.body(null, 204)
    })
    .get('/sandboxes/:id/mails', async (c) => {
      const mails = await listMails(db, c.var.sandbox.id)
      return c.json(
        mails.map(({ n, sender, recipient, subject, received_at }) => ({
          n: Number(n),
          from: sender,
          to: recipient,
          subject,
          receivedAt: Number(received_at),
        })),
      )
    })
    .get('/sandboxes/:id/mails/:n', async (c) => {
      const n = eventNumber.safeParse(c.req.param('n'))
      const mail = n.success ? await findMail(db, c.var.sandbox.id, n.data) : undefined
      if (!mail)
        throw new ControlError(404, 'mail-not-found', 'There is no mail with this number; they count from 1.')
      const { sender, recipient, received_at, links, html, text, subject, raw } = mail
      return c.json({
        n: Number(mail.n),
        from: sender,
        to: recipient,
        subject,
        receivedAt: Number(received_at),
        links: JSON.parse(links) as unknown,
        html,
        text,
        raw,
      })
    })
    .get('/sandboxes/:id/events', (c) => streamEvents(tenant, c.var.sandbox, c))
    .get('/sandboxes/:id/exchanges', async (c) => {
      const from = eventNumber.safeParse(c.req.query('from') ?? '1')
      if (!from.success)
        throw new ControlError(400, 'bad-request', 'from is the number of an event, counting from 1.')
      return c.json(await exchangesFrom(tenant.store, c.var.sandbox.id, from.data))
    })
}
