import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, hiddenFields, type Page } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application } = fixture('entra', { consentedForAll: false })
beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

/** Presses what has an id, as a browser does: with its name and value, and the form's hidden fields. */
function pressed(page: Page, id: string, entries: Record<string, string> = {}): Record<string, string> {
  const root = parse(page.html)
  const button = root.querySelector(`#${id}`)
  const form = button?.closest('form')
  if (!button || !form) throw new Error(`There is no #${id} in a form on ${page.url}.`)
  for (const name of Object.keys(entries))
    if (!form.querySelector(`[name=${name}]`)) throw new Error(`There is no field ${name} on ${page.url}.`)
  const named = { [button.getAttribute('name') ?? '']: button.getAttribute('value') ?? '' }
  return { ...hiddenFields(form.outerHTML), ...entries, ...named }
}

test('helpers that know loginfmt, passwd and idSIButton9 get through every page', async () => {
  const person = browser()
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  }
  let page = await person.open(
    `${idp.url}/${directory.id}/oauth2/v2.0/authorize?${new URLSearchParams(params)}`,
  )
  page = await person.post(page.url, pressed(page, 'idSIButton9', { loginfmt: user.name }))
  page = await person.post(page.url, pressed(page, 'idSIButton9', { passwd: user.password }))
  page = await person.post(page.url, pressed(page, 'idBtn_Back'))
  page = await person.post(page.url, pressed(page, 'idSIButton9'), redirectUri)
  expect(new URL(page.url).searchParams.has('code')).toBe(true)
})

test('what is typed as password is in no event', async () => {
  const seen: unknown[] = []
  const stop = idp.onEvent((event) => seen.push(event))
  const body = new URLSearchParams({ do: 'password', loginfmt: user.name, passwd: user.password })
  await fetch(`${idp.url}/${directory.id}/login/x`, { method: 'POST', body })
  stop()
  expect(JSON.stringify(seen)).toContain('passwd')
  expect(JSON.stringify(seen)).not.toContain(user.password)
})
