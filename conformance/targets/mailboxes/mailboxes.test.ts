import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { Hono } from 'hono'
import { MailDev } from 'maildev'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { serve } from '../../../site/serve.ts'
import { asHtml } from './as-html.ts'
import { openMailbox, openOthers, openRefusals } from './open-mailbox.ts'
import { isFor } from './recipients.ts'
import type { MailboxSetting } from './settings.ts'
import { startSmtp } from './start-smtp.ts'

/** What a person of the mailbox may read of these mails, sent one after the other. */
async function send(port: number) {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  for (const [to, subject, html] of [
    ['ada+1@example.com', 'First', '<a href="https://example.com/1">Go</a>'],
    ['ada@example.com', 'Second', undefined],
    ['adam@example.com', 'Someone else’s', '<p>no</p>'],
    ['ADA+2@example.com', 'Third', '<p>three</p>'],
  ] as const)
    await transport.sendMail({ from: 'us@example.com', to, subject, text: 'see https://example.com/t', html })
}

const subjectsAndBodies = async (mailbox: MailboxSetting, folder?: string) => {
  const mails = await openMailbox(mailbox, folder)('ada@example.com')
  return Promise.all(mails.map(async ({ subject, html }) => [subject, (await html()).trim()]))
}

const expected = [
  ['First', '<a href="https://example.com/1">Go</a>'],
  ['Second', '<pre>see <a href="https://example.com/t">https://example.com/t</a></pre>'],
  ['Third', '<p>three</p>'],
]

/** The text part may end with a line break that some servers keep. */
const trimmed = (mails: string[][]) =>
  mails.map((mail) => mail.map((part) => part.replace(/\s+<\/pre>/, '</pre>')))

test('the bundled mail server keeps what it is sent, for other processes to read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-mails-'))
  const setting = { kind: 'smtp', port: 0 } as const
  const server = await startSmtp(setting, folder)
  await send(server.port)
  expect(trimmed(await subjectsAndBodies(setting, folder))).toEqual(expected)
  await server.close()
})

test('the bundled mail server says what arrived for others; a mailbox of people does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-mails-'))
  const setting = { kind: 'smtp', port: 0 } as const
  const server = await startSmtp(setting, folder)
  const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true })
  const others = openOthers(setting, folder)
  expect(await others?.('ada@example.com')).toBeUndefined()
  for (const n of [1, 2, 3, 4])
    await transport.sendMail({ from: 'us@example.com', to: `bob${n}@example.com`, subject: `Hello ${n}` })
  await server.close()
  expect(await others?.('ada@example.com')).toBe(
    '“Hello 2” to bob2@example.com; “Hello 3” to bob3@example.com; “Hello 4” to bob4@example.com; and 1 more before',
  )
  expect(openOthers({ kind: 'mailpit', url: 'http://127.0.0.1:1' }, folder)).toBeUndefined()
})

test('the bundled mail server says what it refused, and to whom', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-mails-'))
  const setting = { kind: 'smtp', port: 0 } as const
  const server = await startSmtp(setting, folder)
  const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true })
  const content = Buffer.alloc(30 * 1024 * 1024, 1)
  const mail = { from: 'us@example.com', to: 'ada@example.com', attachments: [{ content, filename: 'a' }] }
  await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 552 })
  await server.close()
  const whyRefused = openRefusals(setting, folder)
  expect(await whyRefused?.('ada@example.com')).toMatch(
    /^Doorstep’s mail server refused the mail from us@example\.com to ada@example\.com: .* 36700160 are accepted\.$/,
  )
  expect(await whyRefused?.('bob@example.com')).toBeUndefined()
  expect(openRefusals({ kind: 'mailpit', url: 'http://127.0.0.1:1' }, folder)).toBeUndefined()
})

test('maildev, a real one, is read over HTTP', async () => {
  // It cannot be asked which ports it took.
  const [smtp, web] = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })]
  const mailDirectory = mkdtempSync(join(tmpdir(), 'doorstep-maildev-'))
  const server = new MailDev({ smtp, web, mailDirectory, silent: true })
  await server.start()
  await send(smtp)
  const url = `http://127.0.0.1:${web}/`
  expect(trimmed(await subjectsAndBodies({ kind: 'maildev', url }))).toEqual(expected)
  await server.stop()
})

test('Mailpit is read as its API is documented: npm cannot install a real one', async () => {
  const to = (Address: string) => [{ Name: '', Address }]
  const listed = [
    { ID: 'c', Subject: 'Third', To: null, Cc: null, Bcc: to('ADA+2@example.com') },
    { ID: 'x', Subject: 'Someone else’s', To: to('adam@example.com'), Cc: [], Bcc: [] },
    { ID: 'b', Subject: 'Second', To: to('ada@example.com'), Cc: [], Bcc: [] },
    { ID: 'a', Subject: 'First', To: to('ada+1@example.com'), Cc: [], Bcc: [] },
  ]
  const bodies: Record<string, object> = {
    a: { HTML: expected[0]?.[1], Text: '' },
    b: { HTML: '', Text: 'see https://example.com/t' },
    c: { HTML: expected[2]?.[1], Text: '' },
  }
  const asked: (string | undefined)[] = []
  const api = new Hono()
    .basePath('/mail/api/v1')
    .use(async (c, next) => {
      asked.push(c.req.header('authorization'))
      await next()
    })
    .get('/messages', (c) => c.json({ messages: listed }))
    .get('/message/:id', (c) => c.json(bodies[c.req.param('id')] ?? null))
  const server = await serve(api)
  const url = `${server.url}/mail`
  const setting = { kind: 'mailpit', url, user: 'me', password: 'secret' } as const
  expect(await subjectsAndBodies(setting)).toEqual(expected)
  expect(new Set(asked)).toEqual(new Set([`Basic ${btoa('me:secret')}`]))
  await server.close()
})

test('a function reads what it likes', async () => {
  const read = async (email: string) => [{ subject: email, html: '<p>hi</p>' }]
  expect(await subjectsAndBodies(read)).toEqual([['ada@example.com', '<p>hi</p>']])
})

test('a mail catcher that does not answer is named', async () => {
  await expect(subjectsAndBodies({ kind: 'mailpit', url: 'http://127.0.0.1:1' })).rejects.toThrow(
    'The mailbox (mailpit) at http://127.0.0.1:1 does not answer.',
  )
})

test('a text becomes HTML whose addresses are links, and nothing else is', () => {
  expect(asHtml({ subject: '', text: 'a <b> & https://x.example/?a=1&b=2 "c"' })).toBe(
    '<pre>a &lt;b&gt; &amp; <a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a> &quot;c&quot;</pre>',
  )
})

test('an address that is written out in HTML is a link, as mail programs show it, and all else stays', () => {
  const link = (address: string) => `<a href="${address}">${address}</a>`
  const address = 'https://x.example/?a=1&amp;b=2'
  const around = '<title>https://x.example</title><p>No &lt;b&gt;<br>'
  expect(asHtml({ subject: '', html: `${around}Go to ${address}.` })).toBe(`${around}Go to ${link(address)}.`)
  const linked = `<p><img src="https://x.example/a.png">${link(address)} <!-- https://x.example --><b>`
  expect(asHtml({ subject: '', html: linked })).toBe(linked)
})

test.each([
  ['ada@example.com', true],
  ['Ada+tag@Example.com', true],
  ['ada-second@example.com', true],
  ['adam@example.com', false],
  ['adam@example.com', false],
  ['ada+tag@example.org', false],
])('a mail to %s lies in the mailbox of ada@example.com: %s', (recipient, lies) => {
  expect(isFor('ada@example.com', recipient)).toBe(lies)
})

test.each([
  ['Go to https://x.example/a?b=c.', 'https://x.example/a?b=c'],
  ['(see https://x.example/a).', 'https://x.example/a'],
  ['https://x.example/a_(b), or not', 'https://x.example/a_(b)'],
  ['“https://x.example/a”!', 'https://x.example/a'],
  ['[Log in](https://x.example/a/)', 'https://x.example/a/'],
  ['**https://x.example/a**', 'https://x.example/a'],
  ['<https://x.example/a>;', 'https://x.example/a'],
])('a link ends where its address does: %s', (text, address) => {
  expect(asHtml({ subject: '', text })).toContain(`<a href="${address}">${address}</a>`)
})

test('the bundled mail server takes mails as large as real ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-mails-'))
  const server = await startSmtp({ kind: 'smtp', port: 0 }, folder)
  const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true })
  const attachments = [{ filename: 'logo.png', content: Buffer.alloc(3_000_000, 7) }]
  await transport.sendMail({
    from: 'us@example.com',
    to: 'ada@example.com',
    subject: 'Large',
    text: 'x',
    attachments,
  })
  expect((await subjectsAndBodies({ kind: 'smtp', port: 0 }, folder))[0]?.[0]).toBe('Large')
  await server.close()
})
