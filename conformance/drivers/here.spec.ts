import { expect, type Page, test } from '@playwright/test'
import { screens } from '../../machines/screens.ts'
import type { Looks } from '../targets/looks.ts'
import type { Arrangement, Target } from '../targets/target.ts'
import { NotThere } from './form.ts'
import { fillHere, messageHere, pressHere } from './here.ts'
import { passBetween } from './pass-between.ts'
import { seeScreen } from './see.ts'
import { look } from './sight.ts'
import { World } from './world.ts'

const PATIENCE = 2_000

/** A person in front of this page, at a target that differs so. */
async function worldAt(page: Page, html: string, target: Partial<Target> = {}): Promise<World> {
  const arranged: Arrangement = {
    account: { email: 'ada@example.com', password: 'secret' },
    clock: { now: async () => 0 },
    url: 'http://tenant.example',
    dashboard: 'http://tenant.example/home',
    leave: async () => {},
  }
  const whole = { name: '', url: '', capabilities: [], patience: PATIENCE, ...target } as unknown as Target
  const world = await World.open(page.context(), whole, arranged)
  await world.page.setContent(html)
  return world
}

const password = screens['enter-your-password']
const at = (looks: Looks[keyof Looks]) => ({ looks: { 'enter-your-password': looks } }) as Partial<Target>

const form = `
  <h1>Your secret</h1>
  <input placeholder="Say it" data-testid="secret" />
  <label>Not this one <input /></label>
  <button data-testid="go" onclick="document.title = 'pressed'">→</button>
  <a href="#help">I forgot</a>`

const elements = {
  words: 'Say it',
  'a placeholder': { placeholder: 'Say it' },
  'a test id': { testId: 'secret' },
  'a role and a name': { role: 'textbox', name: /^say/i },
  'a function': (page: Page) => page.locator('input').first(),
} as const

for (const [by, element] of Object.entries(elements))
  test(`a field is found by ${by}`, async ({ page }) => {
    const world = await worldAt(page, form, at({ labels: { Password: element } }))
    await fillHere(world, password, 'Password', 'x')
    await expect(world.page.getByTestId('secret')).toHaveValue('x')
    expect([...world.notes]).toEqual(by === 'words' ? ['“Password” is called “Say it” here'] : [])
  })

test('a button is pressed where it is said to be', async ({ page }) => {
  const world = await worldAt(page, form, at({ labels: { Continue: { testId: 'go' } } }))
  await pressHere(world, password, 'Continue')
  await expect(world.page).toHaveTitle('pressed')
})

test('what is not where it is said to be counts against the target, and says where that is', async ({
  page,
}) => {
  const world = await worldAt(page, form, at({ labels: { Continue: { testId: 'gone' } } }))
  const error: unknown = await pressHere(world, password, 'Continue').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(NotThere)
  expect((error as NotThere).expected).toBe('a button or a link “Continue” (here by testId gone)')
})

test.describe('what was seen', () => {
  const renamed = `document.querySelector('button').textContent = 'Continue now'`

  test('is pressed where it was', async ({ page }) => {
    const world = await worldAt(
      page,
      `<a href="#">Go</a><button onclick="document.title = 'pressed'">Continue</button>`,
    )
    world.seen = await look(world.page)
    await pressHere(world, password, 'Continue')
    await expect(world.page).toHaveTitle('pressed')
    expect(world.seen).toBeUndefined()
  })

  test('and has gone since is looked for as ever', async ({ page }) => {
    const world = await worldAt(page, '<button>Continue</button>', { patience: 300 })
    world.seen = await look(world.page)
    await world.page.evaluate(renamed)
    await pressHere(world, password, 'Continue')
    expect([...world.notes]).toEqual(['“Continue” is called “Continue now” here'])
  })

  test('and cannot be pressed is no other element', async ({ page }) => {
    const world = await worldAt(page, '<button disabled>Continue</button>', { patience: 300 })
    world.seen = await look(world.page)
    await expect(pressHere(world, password, 'Continue')).rejects.toThrow('Timeout 300ms exceeded')
  })

  test('twice is looked for, so that the visible one is taken', async ({ page }) => {
    const twice =
      '<label>Password <input style="width: 0; height: 0; border: 0; padding: 0"></label><label>Password <input></label>'
    const world = await worldAt(page, twice, { patience: 300 })
    world.seen = await look(world.page)
    await fillHere(world, password, 'Password', 'x')
    await expect(world.page.locator('input').last()).toHaveValue('x')
  })
})

test('a screen is recognised by what it is called here, and by nothing else', async ({ page }) => {
  const looks = {
    heading: 'Your secret',
    labels: {
      Password: 'Say it',
      Continue: { testId: 'go' },
      Edit: { absent: 'one form' },
      'Forgot password': 'I forgot',
    },
  }
  const world = await worldAt(page, form, at(looks))
  expect(await seeScreen(world, password)).toMatchObject({ missing: [], lacking: [] })
  expect([...world.notes]).toEqual(['“Enter Your Password” is called “Your secret” here'])
  const other = await worldAt(
    page,
    form,
    at({ ...looks, heading: 'Another', labels: { Password: 'Tell it' } }),
  )
  expect(await seeScreen(other, password)).toMatchObject({
    missing: [
      'the heading “Enter Your Password” (here “Another”)',
      'the field “Password” (here “Tell it”)',
      'the button “Continue”',
    ],
    lacking: ['the link “Edit”', 'the link “Forgot password”'],
  })
})

test('a screen without a heading is recognised by the rest', async ({ page }) => {
  const html = '<label>Password <input type="password"></label><button>Continue</button>'
  const world = await worldAt(page, html, at({ heading: false }))
  expect((await seeScreen(world, password)).missing).toEqual([])
})

test('what is not there is done without, with the reason, or otherwise', async ({ page }) => {
  const went: string[] = []
  const instead = async (_page: Page, { email }: { email: string }) => {
    went.push(email)
  }
  const world = await worldAt(page, form, at({ labels: { Edit: { absent: 'one form', instead } } }))
  await pressHere(world, password, 'Edit')
  expect([...world.accepted]).toEqual(['There is no “Edit”: one form'])
  expect(went).toEqual(['ada@example.com'])
  expect([...world.notes]).toEqual([])
})

test('what is said not to be there and is there is a note', async ({ page }) => {
  const world = await worldAt(
    page,
    '<button>Edit!</button>',
    at({ labels: { Edit: { absent: 'one form' } } }),
  )
  await pressHere(world, password, 'Edit')
  expect([...world.notes]).toEqual(['“Edit” is there, although the profile says that it is not'])
})

test('a message is the one that is shown here', async ({ page }) => {
  const world = await worldAt(page, form, at({ messages: { 'Wrong email or password': 'Nope' } }))
  expect(messageHere(world, password, 'Wrong email or password')).toBe('Nope')
  expect(messageHere(world, password, 'blocked')).toBe('blocked')
})

test.describe('a screen in between', () => {
  const news = `<h1>News</h1><button onclick="document.body.innerHTML = '<button>Continue</button>'">Enough</button>`

  test('is passed where something is looked for, and noted', async ({ page }) => {
    const between = [{ when: 'news', press: 'Enough' }]
    const world = await worldAt(page, news, { between })
    await pressHere(world, password, 'Continue')
    expect([...world.notes]).toEqual(['the screen “news” came in between'])
  })

  test('is passed by a function, and told by whatever only it has', async ({ page }) => {
    const between = [
      {
        when: (page: Page) => page.getByRole('button', { name: 'Enough' }),
        pass: (page: Page) => page.getByRole('button').click(),
      },
    ]
    const world = await worldAt(page, news, { between })
    expect(await passBetween(world, await look(world.page))).toBe(true)
    await expect(world.page.getByRole('heading')).toHaveCount(0)
  })

  test('that is another one stays', async ({ page }) => {
    const world = await worldAt(page, news, { between: [{ when: 'Olds', press: 'Enough' }] })
    expect(await passBetween(world, await look(world.page))).toBe(false)
  })
})

test('a screen that is said not to be there is not looked for, and nothing is done on it', async ({
  page,
}) => {
  const absent = 'one form asks for both'
  const world = await worldAt(page, '<h1>Somewhere else</h1>', at({ absent }))
  const { missing } = await seeScreen(world, password)
  expect(missing).toEqual([])
  await fillHere(world, password, 'Password', 'x')
  await pressHere(world, password, 'Continue')
  expect([...world.accepted]).toEqual([
    `There is no screen “Enter Your Password”: ${absent}`,
    `There is no “Password”: ${absent}`,
    `There is no “Continue”: ${absent}`,
  ])
})
