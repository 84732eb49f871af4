import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, misbehaviours, startMockIdp } from '../index.ts'
import { fixture, redirectUri, user } from './fixture.ts'
import { openidClient } from './runners/openid-client.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('oidc')

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

const loginWith = (misbehaviour: string, refresh: boolean) =>
  openidClient({
    issuer: idp.issuer(directory, { misbehaviour }),
    clientId: application.appId,
    clientSecret: secret,
    redirectUri,
    person: user,
    refresh,
  })

/** What openid-client says, with its signature checks on. A misbehaviour without a line here fails. */
const expected: Record<string, string> = {}

describe('openid-client through every misbehaviour', () => {
  test.each(misbehaviours.filter(({ seenAt }) => seenAt !== 'logout'))(
    '$id: $expect',
    async ({ id, seenAt }) => {
      const outcome = await loginWith(id, seenAt === 'refresh')
      expect(outcome.accepted ? 'accepted' : `${outcome.step}: ${outcome.reason}`).toBe(expected[id])
    },
  )
})
