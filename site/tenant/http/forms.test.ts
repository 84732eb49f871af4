import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formCases } from '../testing/form-cases.ts'
import { signedIn } from '../testing/signed-in.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Seen } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** The field that is wrong, how it says so, and what is typed where. */
function wrongIn({ html, status }: Seen) {
  const page = parse(html)
  const invalid = page.querySelectorAll('[aria-invalid]')
  const [field] = invalid
  const focused = page.querySelectorAll('[autofocus]').map((each) => each.getAttribute('name'))
  const describedBy = field?.getAttribute('aria-describedby')?.split(' ') ?? []
  const messages = describedBy.map((id) => page.querySelector(`#${id}[role=alert]`)?.text ?? '').join('')
  const kept = (name: string) =>
    page.querySelector(`input[name=${name}]`)?.getAttribute('value') ??
    page.querySelector(`select[name=${name}] option[selected]`)?.text
  return { status, count: invalid.length, at: field?.getAttribute('name'), focused, messages, kept }
}

/** Entries that must never come back in a page. */
const secrets = ['password', 'again', 'current', 'code', 'client-secret']

describe('a form that can’t be taken', () => {
  it.each(Object.entries(formCases))('says so at its field, which has the focus: %s', async (_, each) => {
    const made =
      each.given === 'administrator'
        ? await signedIn(testTenant)
        : await testTenant.sandbox({ given: each.given })
    const { visitor, email, password = '' } = made
    const who = { email, password }
    await each.at(visitor, who)
    const typed = each.typed(who)
    const seen = await visitor.post(each.path, { ...typed, 'client-secret': 'a secret value' })
    const { kept, ...found } = wrongIn(seen)
    expect(found).toEqual({
      status: 422,
      count: 1,
      at: each.wrong,
      focused: [each.wrong],
      messages: expect.stringMatching(each.says),
    })
    for (const name of each.stays ?? []) expect(kept(name), name).toBe(typed[name])
    for (const name of secrets) expect(kept(name) ?? '', name).toBe('')
    expect(seen.html).not.toContain('a secret value')
  })

  it('of a user says so at the role, the day or the removal', async () => {
    const { visitor, email } = await signedIn(testTenant)
    const list = parse((await visitor.open('/configuration/users')).html)
    const own =
      list
        .querySelector('tbody a')
        ?.getAttribute('href')
        ?.replace(/^.*?(\/configuration.*)\/open$/, '$1') ?? ''
    const day = wrongIn(await visitor.post(own, { role: 'Administrator', until: '2020-01-01' }))
    expect(day).toMatchObject({ at: 'until', focused: ['until'], messages: expect.stringContaining('over') })
    expect(day.kept('until')).toBe('2020-01-01')
    const role = wrongIn(await visitor.post(own, { role: 'Viewer', until: '' }))
    expect(role).toMatchObject({ at: 'role', focused: ['role'], messages: expect.stringContaining('last') })
    expect(role.kept('role')).toBe('Viewer')
    const gone = parse((await visitor.post(`${own}/remove`)).html)
    expect(gone.querySelector('[aria-labelledby=removal] [role=alert]')?.text).toContain('last Administrator')
    expect(await visitor.session()).toBe(email)
  })

  it('keeps the boxes of the settings as they were ticked', async () => {
    const { visitor } = await signedIn(testTenant)
    await visitor.post('/configuration/my-organization/settings', {
      do: 'save',
      method: 'Entra ID',
      'client-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      'client-secret': 'a secret value',
    })
    const { html } = await visitor.post('/configuration/my-organization/settings', {
      do: 'save',
      method: 'Entra ID',
      'client-id': 'no guid',
      relink: 'yes',
      'forget-secret': 'yes',
    })
    const page = parse(html)
    for (const name of ['relink', 'forget-secret'])
      expect(page.querySelector(`input[name=${name}]`)?.hasAttribute('checked'), name).toBe(true)
    expect(page.querySelector('details')?.hasAttribute('open')).toBe(true)
  })
})
