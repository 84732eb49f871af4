import { expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { startMockIdp, type WholeExchange } from '../index.ts'

test('who listens gets each exchange whole, and the log never has it', async () => {
  const { directory } = fixture('oidc')
  const idp = await startMockIdp({ directories: [directory] })
  const heard: { event: object; whole: WholeExchange | undefined }[] = []
  idp.onEvent((event, whole) => heard.push({ event, whole }))
  const path = `/oidc/${directory.id}/token`
  const asked = await fetch(idp.url + path, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', client_secret: 'a-secret', code: 'wrong' }),
  })
  const answered = await asked.text()
  await expect.poll(() => heard.find(({ whole }) => whole)).toBeDefined()
  const { event, whole } = heard.find(({ whole }) => whole) ?? {}
  expect(whole).toMatchObject({ method: 'POST', url: idp.url + path })
  expect(Buffer.from(whole?.requestBody ?? []).toString()).toContain('client_secret=a-secret')
  expect(Buffer.from(whole?.responseBody ?? []).toString()).toBe(answered)
  expect(new Map(whole?.responseHeaders).get('content-type')).toBe(asked.headers.get('content-type'))
  expect(JSON.stringify(event)).not.toContain('a-secret')
  await idp.close()
})
