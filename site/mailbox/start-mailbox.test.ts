import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import nodemailer from 'nodemailer'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReceivedMail } from './read-mail.ts'
import { type MailboxOptions, startMailbox } from './start-mailbox.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function start(options: Partial<MailboxOptions> = {}) {
  const mails: ReceivedMail[] = []
  const mailbox = await startMailbox({
    port: 0,
    onMail: (mail) => {
      mails.push(mail)
    },
    ...options,
  })
  closing.push(mailbox.close)
  const sender = nodemailer.createTransport({ host: '127.0.0.1', port: mailbox.port, ignoreTLS: true })
  return {
    mails,
    mailbox,
    send: (mail: object) => sender.sendMail({ from: 'a@example.com', to: 'b@example.com', ...mail }),
  }
}

describe('the mailbox', () => {
  it('receives a mail and reads it', async () => {
    const { mails, send } = await start()
    const html =
      '<a href="https://x.example/?a=1&amp;b=2">Go <b>there</b></a><a aria-label="Named" href="/y">icon</a><a>no link</a>'
    await send({ subject: 'Grüße ☂', text: 'plain', html, to: 'b@example.com', bcc: 'c@example.com' })
    expect(mails).toMatchObject([
      {
        from: 'a@example.com',
        to: ['b@example.com', 'c@example.com'],
        subject: 'Grüße ☂',
        text: expect.stringContaining('plain'),
        links: [
          { label: 'Go there', href: 'https://x.example/?a=1&b=2' },
          { label: 'Named', href: '/y' },
        ],
      },
    ])
    expect(mails[0]?.raw).toMatch(/^From: a@example.com/m)
  })

  it('refuses recipients that do not exist', async () => {
    const { mails, send } = await start({ accepts: (address) => address.startsWith('c') })
    await expect(send({ text: 'x' })).rejects.toMatchObject({ responseCode: 550 })
    expect(mails).toEqual([])
  })

  it('refuses what is too long, and continues', async () => {
    const { mails, send } = await start()
    await expect(send({ text: 'x'.repeat(300_000) })).rejects.toMatchObject({ responseCode: 552 })
    await send({ text: 'short' })
    expect(mails).toHaveLength(1)
  })

  it('takes up to the length that is asked for, and reports what it refuses', async () => {
    const refused: object[] = []
    const { mails, send } = await start({
      maxBytes: 25 * 1024 * 1024,
      onRefused: (mail) => {
        refused.push(mail)
      },
    })
    const content = Buffer.alloc(15 * 1024 * 1024, 7)
    await send({ html: '<a href="/x">x</a>', attachments: [{ content, filename: 'a.bin' }] })
    expect(mails).toMatchObject([{ links: [{ label: 'x', href: '/x' }] }])
    const more = { content: Buffer.alloc(20 * 1024 * 1024, 7), filename: 'b.bin' }
    await expect(send({ attachments: [more] })).rejects.toMatchObject({ responseCode: 552 })
    expect(refused).toMatchObject([
      { from: 'a@example.com', to: ['b@example.com'], why: expect.stringContaining('26214400 are accepted') },
    ])
  })

  it('refuses a mail that takes too long to read', async () => {
    const { mails, send } = await start({ readWithin: 0.001 })
    await expect(send({ html: '\n'.repeat(120_000) })).rejects.toMatchObject({ responseCode: 554 })
    expect(mails).toEqual([])
  })

  it('does not stand still while a mail is read', async () => {
    const { mails, send } = await start()
    let latest = performance.now()
    let longest = 0
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - latest)
      latest = performance.now()
    }, 10)
    const nested = send({ html: '<div>'.repeat(40_000) })
    const short = send({ text: 'short' })
    await Promise.all([nested, short])
    clearInterval(beat)
    expect(mails.map(({ text }) => text.trim())).toContain('short')
    expect(longest).toBeLessThan(1_000)
  })

  it('tells the sender when the mail could not be kept', async () => {
    const { send } = await start({ onMail: () => Promise.reject(new Error('full')) })
    await expect(send({ text: 'x' })).rejects.toMatchObject({ responseCode: 451 })
  })

  it('takes a mail while a crowd has begun to talk and does not go on', async () => {
    const { mails, mailbox, send } = await start()
    const crowd = Array.from({ length: 400 }, () => connect(mailbox.port, '127.0.0.1').on('error', () => {}))
    const farewell = new Promise<string>((resolve) =>
      crowd[0]?.on('data', (said) => /^421/m.test(String(said)) && resolve(String(said))),
    )
    await send({ text: 'in between' })
    expect(await farewell).toContain('421')
    expect(mails).toHaveLength(1)
    for (const socket of crowd) socket.destroy()
  })

  it('survives nonsense and a client that hangs up', async () => {
    const { mails, mailbox, send } = await start()
    const socket = connect(mailbox.port, '127.0.0.1')
    const lines = createInterface(socket)[Symbol.asyncIterator]()
    expect((await lines.next()).value).toMatch(/^220 /)
    socket.write('NONSENSE\r\n')
    expect((await lines.next()).value).toMatch(/^500 /)
    socket.destroy()
    await send({ text: 'still there' })
    expect(mails).toHaveLength(1)
  })

  it('says in one sentence that the port is taken', async () => {
    const { mailbox } = await start()
    await expect(startMailbox({ port: mailbox.port, onMail: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringMatching(/port \d+ of 127\.0\.0\.1: something else listens there.*another port/),
    })
  })
})
