import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Deployment } from './deployment.ts'
import { base, startEcho } from './echo.ts'
import type { Json, Tools } from './functions.ts'

const { close, open } = await startEcho()
afterAll(close)

describe('the tools of an arrangement', () => {
  const withTools = <Answer>(
    use: (tools: Tools<Json>) => Promise<Answer>,
    more: Partial<Deployment<Json>> = {},
  ) => {
    let answer: Answer | undefined
    const givens = async (tools: Tools<Json>) => {
      answer = await use(tools)
      return { email: 'ada@example.com' }
    }
    return open({ ...base, ...more, givens })
      .arrange('log-in', 'activated')
      .then(() => answer)
  }

  test('ask in JSON, and throw with the answer when that is no success', async () => {
    expect(await withTools(({ ask }) => ask('/x', { bearer: 'k' }))).toEqual({
      url: '/x',
      method: 'GET',
      authorization: 'Bearer k',
    })
    expect(await withTools(({ ask }) => ask('/x', { body: {} }))).toMatchObject({ method: 'POST' })
    expect(await withTools(({ ask }) => ask('/page'))).toBe('<p>text</p>')
    expect(await withTools(({ ask }) => ask('/form', { form: { name: 'Ada & Eve' } }))).toEqual({
      name: 'Ada & Eve',
    })
    await expect(withTools(({ ask }) => ask('/no/thing', { body: {} }))).rejects.toThrow(
      /POST \/no\/thing was answered with 403: \{"url"/,
    )
  })

  test('say which address does not answer, and why', async () => {
    const asked = withTools(({ ask }) => ask('http://127.0.0.1:9/x'))
    await expect(asked).rejects.toThrow(/GET http:\/\/127\.0\.0\.1:9\/x is not answered \(.+\)/)
  })

  test('make an unused address', async () => {
    const two = async ({ freshAddress }: { freshAddress(): string }) => [freshAddress(), freshAddress()]
    const [first = '', second] = (await withTools(two)) ?? []
    expect(first).toMatch(/^doorstep-[0-9a-f]+@example\.com$/)
    expect(second).not.toBe(first)
    const own = await withTools(two, { freshAddress: (id) => `qa+${id}@ours.example` })
    expect(own?.[0]).toMatch(/^qa\+[0-9a-f]+@ours\.example$/)
  })

  test('wait for a mail, and find a link in the newest one', async () => {
    let overrides = 0
    const mailbox = async () => {
      overrides++
      const mail = (n: number) => ({
        subject: 'Welcome!',
        html: `<a href="/other">x</a><a href="/${n}">Join us</a>`,
      })
      return overrides < 3 ? [] : [mail(1), mail(2), { subject: 'Something else', html: '' }]
    }
    expect(await withTools(({ linkInMail }) => linkInMail('a@b', 'welcome', 'join us'), { mailbox })).toBe(
      '/2',
    )
    expect(await withTools(({ linkInMail }) => linkInMail('a@b', 'welcome'), { mailbox })).toBe('/other')
    for (const part of ['/oth', /^\/o/])
      expect(await withTools(({ linkInMail }) => linkInMail('a@b', 'welcome', part), { mailbox })).toBe(
        '/other',
      )
  })

  test('say which mails and links there are instead', async () => {
    vi.useFakeTimers()
    const mailbox = async () => [{ subject: 'You are invited', html: '<a href="/1">Join us</a>' }]
    const said = (subject: string, link?: string) =>
      withTools(({ linkInMail }) => linkInMail('a@b', subject, link), { mailbox }).catch(
        ({ message }: Error) => message,
      )
    const both = Promise.all([said('Welcome'), said('You are invited', 'Sign up')])
    await vi.advanceTimersByTimeAsync(120_000)
    vi.useRealTimers()
    const [mail, link] = await both
    expect(mail).toContain('No mail “Welcome” has arrived: the mailbox has “You are invited”.')
    expect(link).toContain('The mail “You are invited” has no link “Sign up”: it has “Join us”.')
  })
})
