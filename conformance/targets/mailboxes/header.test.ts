import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { Hono } from 'hono'
import { MailDev } from 'maildev'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { serve } from '../../../site/serve.ts'
import { headerOf, valuesOf } from './header.ts'
import { openMailbox } from './open-mailbox.ts'
import type { MailboxSetting } from './settings.ts'
import { startSmtp } from './start-smtp.ts'

const ada = 'ada@example.com'
const archive = 'archive@example.net'
const ID = '<one@example.com>'

/** A mail with a blind copy, whose answers go elsewhere. */
const send = (port: number) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    from: 'us@example.com',
    to: ada,
    bcc: archive,
    replyTo: 'help@example.org',
    messageId: ID,
    date: new Date(0),
    subject: 'Hello',
    text: 'Hello',
  })

async function seen(mailbox: MailboxSetting, folder?: string) {
  const [mail] = await openMailbox(mailbox, folder)(ada)
  const header = await mail?.header?.()
  const values = (name: string) => header && valuesOf(header, name)
  return {
    envelope: await mail?.envelope?.(),
    replies: values('reply-to'),
    ids: values('message-id'),
    years: values('date')?.map((date) => new Date(date).getUTCFullYear()),
    copies: values('bcc'),
  }
}

const whole = {
  envelope: [ada, archive],
  replies: ['help@example.org'],
  ids: [ID],
  years: [1970],
  copies: [],
}

test('the bundled mail server says the header, and the envelope with its blind copies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-mails-'))
  const setting = { kind: 'smtp', port: 0 } as const
  const server = await startSmtp(setting, folder)
  await send(server.port)
  expect(await seen(setting, folder)).toEqual(whole)
  await server.close()
})

test('maildev, a real one, says both', async () => {
  const [smtp, web] = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })]
  const mailDirectory = mkdtempSync(join(tmpdir(), 'doorstep-maildev-'))
  const server = new MailDev({ smtp, web, mailDirectory, silent: true })
  await server.start()
  await send(smtp)
  expect(await seen({ kind: 'maildev', url: `http://127.0.0.1:${web}/` })).toEqual(whole)
  await server.stop()
})

test('Mailpit says both, as its API is documented; an old one has no header', async () => {
  const person = (Address: string) => ({ Name: '', Address })
  const listed = { ID: 'a', Subject: 'Hello', To: [person(ada)], Cc: [], Bcc: [person(archive)] }
  const fields = { 'Reply-To': ['help@example.org'], 'Message-Id': [ID], Date: [new Date(0).toUTCString()] }
  const api = new Hono()
    .get('/new/api/v1/message/a/headers', (c) => c.json(fields))
    .get('/:age/api/v1/messages', (c) => c.json({ messages: [listed] }))
    .get('/:age/api/v1/message/a', (c) => c.json({ HTML: '', Text: 'Hello' }))
  const server = await serve(api)
  expect(await seen({ kind: 'mailpit', url: `${server.url}/new` })).toEqual(whole)
  const { envelope, ids } = await seen({ kind: 'mailpit', url: `${server.url}/old` })
  expect({ envelope, ids }).toEqual({ envelope: [ada, archive], ids: undefined })
  await server.close()
})

test('a function that says neither leaves both open', async () => {
  const { envelope, ids } = await seen(async () => [{ subject: 'Hello', html: '<p>Hello</p>' }])
  expect({ envelope, ids }).toEqual({ envelope: undefined, ids: undefined })
})

test('a header ends at the first empty line, and its folded lines are one', async () => {
  const header = await headerOf('Subject: one\r\n two\r\nX-Own: 1\r\nX-Own: 2\r\n\r\nDate: not a field\r\n')
  expect(valuesOf(header, 'subject')).toEqual(['one two'])
  expect(valuesOf(header, 'x-own')).toEqual(['1', '2'])
  expect(valuesOf(header, 'date')).toEqual([])
})
