import { ask, forgetToken, hasFault, keepToken, renewToken, token } from './api.ts'
import { button, field, form, h, link, say } from './draw.ts'
import type { Page } from './front.ts'
import { go } from './go.ts'

interface Me {
  email: string
  name?: string
  role: string
  company: string
  companyName?: string
}

/** A name that somebody chose. */
const called = (name: string, fault: string) => {
  const paragraph = h('p', {}, name)
  if (hasFault(fault)) paragraph.innerHTML = name
  return paragraph
}

/** A page for somebody who is logged in. */
const inside =
  (page: (me: Me) => ReturnType<Page>): Page =>
  async () => {
    const isKnown = token() !== undefined || (await renewToken())
    const me = isKnown ? await ask<Me>('me').catch(() => undefined) : undefined
    return me ? page(me) : { to: '/' }
  }

export const home = inside(async ({ email, name, companyName = '' }) => ({
  heading: 'The shelves',
  content: [
    h('p', {}, `${email} is here.`),
    ...(name ? [called(name, 'provider-name-as-markup')] : []),
    called(companyName, 'company-name-as-markup'),
    h('p', {}, link('Office', '/office'), ' ', link('Another password', '/me/password')),
    button('Leave', async () => {
      await ask('log-out', {})
      forgetToken()
      go('/')
    }),
  ],
}))

export const office = inside(async ({ role }) => ({
  heading: 'The office',
  content: [
    link('People', '/people'),
    ' ',
    link('Shelves', '/home'),
    ...(role === 'Administrator' ? [' ', link('Our name', '/office/name')] : []),
  ],
}))

export const ourName = inside(async ({ role, companyName }) => {
  if (role !== 'Administrator') return { to: '/office' }
  const save = async (typed: Record<string, string>) => {
    await ask('people/company', typed)
    go('/home')
  }
  return {
    heading: 'Our name',
    content: [form('Keep it', [field('Name', 'name', 'text', 'organization', companyName)], save)],
  }
})

interface Somebody {
  id: string
  email: string
  role: string
  state: string
}

export const people = inside(async ({ company, role }) => {
  const all = await ask<Somebody[]>(`people/of/${company}`)
  const may = role === 'Administrator'
  const again = ({ id }: Somebody) =>
    button('Send it again', async () => {
      await ask(`people/${id}/again`, {})
      say('It was sent again')
    })
  const away = ({ id, email }: Somebody) =>
    button('Take away', async () => {
      if (!confirm(`Take ${email} away?`)) return
      await ask(`people/${id}`, undefined, { method: 'DELETE' })
      go('/people')
    })
  const row = (one: Somebody) =>
    h(
      'tr',
      {},
      ...[one.email, one.role, one.state].map((text) => h('td', {}, text)),
      h('td', {}, ...(may && one.state === 'Is expected' ? [again(one)] : []), ...(may ? [away(one)] : [])),
    )
  return {
    heading: 'People',
    content: [
      ...(may || hasFault('everybody-sees-adding')
        ? [
            h(
              'p',
              {},
              button('Add somebody', async () => go('/people/new')),
            ),
          ]
        : []),
      h('table', {}, h('tbody', {}, ...all.map(row))),
      link('Office', '/office'),
    ],
  }
})

export const somebody = inside(async ({ role }) => {
  if (role !== 'Administrator') return { to: '/people' }
  const choice = h(
    'select',
    { name: 'role' },
    ...['Administrator', 'Editor', 'Viewer'].map((one) => h('option', {}, one)),
  )
  return {
    heading: 'Somebody new',
    content: [
      form(
        'Add',
        [field('Addresses', 'emails', 'text', 'off'), h('p', {}, h('label', {}, 'Role ', choice))],
        async (typed) => {
          await ask('people', typed)
          go('/people')
        },
      ),
      link('Back', '/people'),
    ],
  }
})

export const newPassword = inside(async () => ({
  heading: 'Another password',
  content: [
    form(
      'Keep it',
      [
        field('The one you have', 'current', 'password', 'current-password'),
        field('A password', 'password', 'password', 'new-password'),
        field('The same again', 'again', 'password', 'new-password'),
      ],
      async ({ current, password = '', again }) => {
        if (password !== again) return say('These two differ')
        keepToken((await ask('me/password', { current, password })).token ?? '')
        go('/home', 'It is another one now')
      },
    ),
  ],
}))
