import { PassThrough } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { answersOf } from './ask.ts'
import { questions } from './questions.ts'

const url = 'https://login.example.com/in'

test('without a terminal, each missing answer is named by its option', async () => {
  await expect(answersOf({ url, mailbox: 'imap' }, 'options')).rejects.toMatchObject({
    code: 'answer-missing',
    message: expect.stringMatching(
      /add --name <name>, .*--accounts <api\|form\|none>.*--imap-host <host>, --imap-user <user>.*--yes takes/,
    ),
  })
})

test('the usual answers need only what nobody can guess', async () => {
  expect(await answersOf({ url }, 'usual')).toEqual({
    url,
    name: 'login.example.com',
    docs: 'bundled',
    accounts: 'none',
    protectedPage: '/dashboard',
    mailbox: 'none',
    provider: 'none',
  })
  await expect(answersOf({ provider: 'own', url }, 'usual')).rejects.toThrow(
    /add --discovery-url <url>, --client-id <id>\.$/,
  )
  await expect(answersOf({}, 'usual')).rejects.toThrow(/add --url <url>\.$/)
})

/** A terminal at which somebody types, one key after the other. */
async function typing(...keys: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let shown = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  const answered = answersOf(
    { url, docs: 'bundled', protectedPage: '/home', provider: 'none', accounts: 'none' },
    'prompts',
    { input, output },
  )
  const typed = (async () => {
    for (const key of keys) {
      await pause(150)
      input.write(key)
    }
  })()
  return { answers: await answered.finally(() => typed), shown: () => shown }
}

const [ENTER, UP, CANCEL] = ['\r', '\x1b[A', '\x03']

test('at a terminal it asks, proposes the usual answer, and asks what follows from an answer', async () => {
  const { answers, shown } = await typing(' of ours', ENTER, ENTER)
  expect(answers).toMatchObject({ name: 'login.example.com of ours', mailbox: 'none' })
  expect(shown()).toContain('What do reports call it?')
  const { answers: second } = await typing(ENTER, UP, ENTER, 'mail.example.com', ENTER, 'qa', ENTER)
  expect(second).toMatchObject({ imapHost: 'mail.example.com', imapUser: 'qa' })
})

test('a port that the deployment cannot know is refused, with the reason', () => {
  const wrong = questions.find(({ key }) => key === 'smtpPort')?.wrong
  expect(['2525', '65535'].map((port) => wrong?.(port))).toEqual([undefined, undefined])
  expect(wrong?.('0')).toContain('a profile that starts the deployment itself')
  for (const port of ['65536', '-1', 'x']) expect(wrong?.(port)).toContain('a number from 1 to 65535')
})

test('cancelling ends it before anything is written', async () => {
  await expect(typing(CANCEL)).rejects.toThrow('Stopped: nothing is written.')
})
