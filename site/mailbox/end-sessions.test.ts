import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import type { ReceivedMail } from './read-mail.ts'
import { startMailbox } from './start-mailbox.ts'

/** A mailbox, and a sender who goes on when the test says so. */
async function start() {
  const mails: ReceivedMail[] = []
  const mailbox = await startMailbox({ port: 0, onMail: (mail) => void mails.push(mail) })
  const socket = connect(mailbox.port, '127.0.0.1')
  const lines = createInterface(socket)[Symbol.asyncIterator]()
  const hear = async () => String((await lines.next()).value)
  await hear()
  const say = (command: string) => {
    socket.write(`${command}\r\n`)
    return hear()
  }
  return { mailbox, mails, hear, say, socket }
}

async function timeOf(closing: Promise<void>): Promise<number> {
  const start = performance.now()
  await closing
  return performance.now() - start
}

describe('a mailbox that is closed', () => {
  it('takes the mail that is under way, from before its text, and no other', async () => {
    const { mailbox, mails, say, hear } = await start()
    await say('HELO sender.example')
    await say('MAIL FROM:<a@example.com>')
    const closing = mailbox.close()
    expect(await say('RCPT TO:<b@example.com>')).toMatch(/^250 /)
    expect(await say('DATA')).toMatch(/^354 /)
    const late = connect(mailbox.port, '127.0.0.1')
    const refused = new Promise((resolve) => late.once('error', resolve))
    expect(await refused).toMatchObject({ code: 'ECONNREFUSED' })
    expect(await say('Subject: under way\r\n\r\ntext\r\n.')).toMatch(/^250 /)
    expect(await hear()).toMatch(/^421 /)
    await closing
    expect(mails).toMatchObject([{ subject: 'under way', to: ['b@example.com'] }])
  })

  it('says so to a sender who has begun no mail, and does not wait', async () => {
    const { mailbox, say, hear } = await start()
    await say('HELO sender.example')
    expect(await timeOf(mailbox.close())).toBeLessThan(1_000)
    expect(await hear()).toMatch(/^421 /)
  })

  it('ends a mail that takes longer than five seconds', { timeout: 10_000 }, async () => {
    const { mailbox, mails, say, hear, socket } = await start()
    await say('HELO sender.example')
    await say('MAIL FROM:<a@example.com>')
    await say('RCPT TO:<b@example.com>')
    await say('DATA')
    const took = await timeOf(mailbox.close())
    expect(took).toBeGreaterThan(4_500)
    expect(took).toBeLessThan(6_500)
    expect(await hear()).toMatch(/^421 /)
    expect(mails).toEqual([])
    socket.destroy()
  })
})
