import { expect, type Page, test } from '@playwright/test'
import { observeScreen } from './observe-screen.ts'
import { fillAtTarget, pressAtTarget } from './overrides.ts'
import { at, form, password } from './testing/password-screen.ts'
import { sessionAt } from './testing/session-at.ts'

test('an absent control is left out, with the reason, or replaced', async ({ page }) => {
  const went: string[] = []
  const instead = async (_page: Page, { email }: { email: string }) => {
    went.push(email)
  }
  const session = await sessionAt(page, form, at({ labels: { Edit: { absent: 'one form', instead } } }))
  await pressAtTarget(session, password, 'Edit')
  expect([...session.accepted]).toEqual(['There is no “Edit”: one form'])
  expect(went).toEqual(['ada@example.com'])
  expect([...session.notes]).toEqual([])
})

test('what the product does by itself is no difference, and what is done in another way passes', async ({
  page,
}) => {
  const asked: unknown[] = []
  const labels = {
    Continue: { unneeded: 'the last character sends the form' },
    Edit: {
      absent: 'a menu',
      instead: async (_page: Page, { label, email }: { label?: string | undefined; email: string }) => {
        asked.push([label, email])
        return 'done' as const
      },
    },
  }
  const session = await sessionAt(page, form, at({ labels }))
  await pressAtTarget(session, password, 'Continue')
  await pressAtTarget(session, password, 'Edit')
  expect(asked).toEqual([['Edit', 'ada@example.com']])
  expect([...session.accepted]).toEqual([])
  expect([...session.notes]).toEqual([
    '“Continue” is not needed: the last character sends the form',
    'done without “Edit”: a menu',
  ])
})

test('what is said not to be there and is there is a note', async ({ page }) => {
  const session = await sessionAt(
    page,
    '<button>Edit!</button>',
    at({ labels: { Edit: { absent: 'one form' } } }),
  )
  await pressAtTarget(session, password, 'Edit')
  expect([...session.notes]).toEqual(['“Edit” is there, although the profile says that it is not'])
})

test('what is said not to be needed may be there', async ({ page }) => {
  const unneeded = 'the form is there at once'
  const session = await sessionAt(page, '<button>Edit</button>', at({ labels: { Edit: { unneeded } } }))
  await pressAtTarget(session, password, 'Edit')
  expect([...session.notes]).toEqual([`“Edit” is not needed: ${unneeded}`])
})

test('a screen that is said not to be there was passed when what comes after it is there', async ({
  page,
}) => {
  const absent = 'one form asks for both'
  const elsewhere = await sessionAt(page, '<h1>Somewhere else</h1>', at({ absent }))
  expect((await observeScreen(elsewhere, password)).missing).toEqual([
    expect.stringMatching(/^what comes after “Enter Your Password”: “Keep Your Account Safe” or /),
  ])
  expect([...elsewhere.accepted]).toEqual([])
  const next = '<h1>Keep Your Account Safe</h1><button>Google Authenticator or Similar</button>'
  const session = await sessionAt(page, next, at({ absent }))
  expect((await observeScreen(session, password)).missing).toEqual([])
  await fillAtTarget(session, password, 'Password', 'x')
  await pressAtTarget(session, password, 'Continue')
  expect([...session.accepted]).toEqual([`There is no screen “Enter Your Password”: ${absent}`])
  expect([...session.notes]).toEqual([
    `“Password” is not needed: ${absent}`,
    `“Continue” is not needed: ${absent}`,
  ])
})
