import { afterAll, describe, expect, test } from 'vitest'
import { acceptanceOf } from '../../report/acceptance.ts'
import type { ReadMail } from '../mailboxes/settings.ts'
import { base, startEcho } from './echo.ts'
import type { Json, Tools } from './functions.ts'

const { url, close, open } = await startEcho()
afterAll(close)

describe('what a target has', () => {
  test('follows from the profile', () => {
    const advance = async () => {}
    expect(open(base).capabilities).toEqual([])
    expect(
      open({ ...base, capabilities: ['security-key'], mailbox: async () => [], clock: { advance } })
        .capabilities,
    ).toEqual(['security-key', 'mailbox', 'clock'])
    expect(open({ ...base, clock: {} }).capabilities).toEqual([])
  })

  test('a given without an arrangement is reported with the name of the file', () => {
    const target = open(base)
    expect(target.cannotArrange?.('activate-account', 'invited')).toBeUndefined()
    expect(target.cannotArrange?.('log-in', 'activated')).toBe(
      'doorstep.config.ts does not say how “activated” is arranged',
    )
  })

  test('differences are accepted by step and by transition, and nothing else is', () => {
    const { acceptances } = open({
      ...base,
      accept: {
        'log-in.2': 'one form',
        'log-in/password/password.empty': { reason: 'the button sleeps', until: '2027-01-01' },
      },
    })
    const of = (name: string) => acceptanceOf(acceptances, name)
    expect(of('log-in/loginPage/log-in')?.reason).toBe('one form')
    expect(of('log-in/password/password.empty')).toMatchObject({
      reason: 'the button sleeps',
      until: '2027-01-01',
    })
    expect(of('log-in/password/password.wrong')).toBeUndefined()
    expect(of('reset-password/loginPage/log-in')).toBeUndefined()
  })
})

describe('an arrangement', () => {
  test('is that of the flow, where it differs from that of the given', async () => {
    const { arrange } = open({
      ...base,
      givens: { ...base.givens, 'onboarding/invited': async () => ({ email: 'eve@example.com' }) },
    })
    expect((await arrange('onboarding', 'invited')).account.email).toBe('eve@example.com')
    expect((await arrange('activate-account', 'invited')).account.email).toBe('ada@example.com')
  })

  test('is completed by what the profile says for all', async () => {
    const read: ReadMail[] = [{ subject: 'Hello', text: 'hi' }]
    const asked: unknown[] = []
    const arranged = await open(
      {
        ...base,
        mailbox: async (email) => (email === 'ada@example.com' ? read : []),
        protectedPage: { path: '/home', opens: async ({ fetch }) => (await fetch('/away')).status === 302 },
        async session({ fetch, data }) {
          asked.push(data, await (await fetch('/me')).json())
          return true
        },
      },
      { key: 'k' },
    ).arrange('activate-account', 'invited')
    expect(arranged).toMatchObject({ flow: 'activate-account', url, dashboard: `${url}/home` })
    expect((await arranged.mailbox?.mails())?.map(({ subject }) => subject)).toEqual(['Hello'])
    expect(await arranged.dashboardOpens?.({ cookie: 'a=1' })).toBe(true)
    expect(await arranged.sessionExists?.({ cookie: 'a=1; b=2' })).toBe(true)
    expect(asked).toEqual([{ key: 'k' }, { url: '/me', method: 'GET', cookie: 'a=1; b=2' }])
  })

  test('says which function of the profile took an empty answer for JSON', async () => {
    const session = async () => JSON.parse('') as boolean
    const arranged = await open({ ...base, session }).arrange('activate-account', 'invited')
    await expect(arranged.sessionExists?.({ cookie: '' })).rejects.toThrow(
      /^`session` of the profile failed: Unexpected end of JSON input \(at open\.test\.ts:\d+\)$/,
    )
  })

  test('puts shared settings back when it is left', async () => {
    const restored: string[] = []
    const restore = async (where: { url: string }) => {
      restored.push(where.url)
    }
    const invited = await open({ ...base, isolation: 'shared', restore }).arrange(
      'activate-account',
      'invited',
    )
    await invited.leave()
    expect(restored).toEqual([url])
  })

  test('says that settings could not be put back', async () => {
    const restore = async () => {
      throw new TypeError('ask is not a function')
    }
    const invited = await open({ ...base, isolation: 'shared', restore }).arrange(
      'activate-account',
      'invited',
    )
    await expect(invited.leave()).rejects.toThrow('`restore` of the profile failed: ask is not a function')
  })

  test('has the last word', async () => {
    const leave = async () => {}
    const own = {
      email: 'a@b.example',
      url: 'http://own.example/t/1',
      dashboard: 'http://own.example/d',
      leave,
    }
    const arranged = await open({ ...base, givens: async () => own }).arrange('log-in', 'activated')
    expect(arranged).toMatchObject({ url: own.url, dashboard: own.dashboard, leave })
  })

  test('tells of the account all that it is given', async () => {
    const account = {
      email: 'ada@example.com',
      password: 'p',
      totpSecret: 'JBSWY3DP',
      recoveryCodes: ['one', 'two'],
      securityKey: { credentialId: 'c', privateKey: 'k', rpId: 'ours.example', signCount: 0 },
    }
    const arranged = await open({ ...base, givens: async () => account }).arrange('log-in', 'activated')
    expect(arranged.account).toEqual(account)
  })

  test('goes on with the app that it took a code from, whose code is spent', async () => {
    let seconds = 1_800_000_010
    const clock = {
      now: async () => seconds * 1000,
      advance: async (passed: number) => {
        seconds += passed
      },
    }
    let code = ''
    const givens = async ({ codeOf }: Tools<Json>) => {
      code = await codeOf('jbsw y3dp ehpk 3pxp')
      return { email: 'ada@example.com', totpSecret: 'JBSWY3DPEHPK3PXP' }
    }
    const { app } = await open({ ...base, clock, givens }).arrange('log-in', 'authenticator-app')
    expect(app?.used()).toBe(code)
    expect(await app?.right()).not.toBe(code)
  })

  test('that does not say whose it is, or what is not arranged, is an error of the profile', async () => {
    const nobody = open({ ...base, givens: (async () => ({})) as never })
    await expect(nobody.arrange('log-in', 'activated')).rejects.toThrow('answer { email, … }')
    const nothing = open({ ...base, givens: (async () => undefined) as never })
    await expect(nothing.arrange('log-in', 'activated')).rejects.toThrow('answer { email, … }')
    await expect(open(base).arrange('log-in', 'activated')).rejects.toThrow('does not say how “activated”')
  })
})
