import { verify } from 'otplib'
import { describe, expect, test } from 'vitest'
import { AuthenticatorApp, enrolmentOfKey } from './authenticator-app.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const at = (epoch: number, token: string) => verify({ secret, token, epoch, epochTolerance: 0 })

function phone() {
  let now = 1_800_000_000
  const clock = {
    now: async () => now * 1000,
    advance: async (seconds: number) => {
      now += seconds
    },
  }
  return { app: new AuthenticatorApp(clock, secret), now: () => now }
}

describe('the authenticator app', () => {
  test('shows the code of the target’s time', async () => {
    const { app, now } = phone()
    expect((await at(now(), await app.right())).valid).toBe(true)
  })

  test('never hands out a code twice: time passes until there is a new one', async () => {
    const { app, now } = phone()
    const first = await app.right()
    const second = await app.right()
    expect(now()).toBe(1_800_000_030)
    expect(second).not.toBe(first)
    expect((await at(now(), second)).valid).toBe(true)
  })

  test('knows the code that was used before, and forgets it with a new enrolment', async () => {
    const { app } = phone()
    const code = await app.right()
    expect(app.used()).toBe(code)
    app.scan(enrolmentOfKey('abcd efgh ijkl mnop'))
    expect(app.used()).toBeUndefined()
  })

  test('a wrong code is wrong', async () => {
    const { app, now } = phone()
    expect((await at(now(), await app.wrong())).valid).toBe(false)
  })
})
