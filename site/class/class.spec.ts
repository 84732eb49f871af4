import { readFile } from 'node:fs/promises'
import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { perform } from '../../machines/model/perform.ts'
import { begin, walk } from '../../machines/model/walk.ts'
import { beginsWithPassword } from '../simulator/model/account.ts'
import { ByHand } from '../testing/by-hand.ts'
import { exercisesOf } from './model/exercises.ts'
import { scriptOf } from './model/script.ts'
import {
  createClass,
  desktop,
  joinClass,
  linkIn,
  openTab,
  phone,
  row,
  Windows,
} from './testing/class-page.ts'

const [pack] = packs
const flow = pack?.flows[0]
if (!pack || !flow) throw new Error('There is no flow to teach.')
const given = Object.keys(flow.givens)[0] ?? ''
const script = scriptOf(flow, given)
const [exercise] = exercisesOf(flow)

test('a whole class: a trainer, a projector and three participants', async ({ browser, baseURL }) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Tuesday group', flow.title)
  const projector = await windows.open(await linkIn(trainer, 'Projector'), { width: 1920, height: 1080 })
  await expect(projector.locator('.wall-code')).toHaveText(`${code.slice(0, 3)} ${code.slice(3)}`)

  const ada = await windows.open('/join/')
  const bob = await windows.open(`/join/#${code}`)
  const cleo = await windows.open(`/join/#${code}`, phone)
  await test.step('people join by code and by link, with their own name or a given one', async () => {
    await joinClass(ada, code.toLowerCase(), '  Ada   Lovelace ')
    await expect(ada.getByText('You are Ada Lovelace')).toBeVisible()
    await bob.getByRole('button', { name: 'Join' }).click()
    await expect(bob.getByText(/You are [A-Z][a-z]+ [A-Z][a-z]+/)).toBeVisible()
    await joinClass(cleo, code, 'Cleo')
    await expect(cleo.getByText('You are Cleo')).toBeVisible()
    await expect(trainer.locator('.row')).toHaveCount(3)
    await expect(projector.locator('.dot')).toHaveCount(3)
    await expect(projector.locator('body')).not.toContainText('Ada')
  })
  const bobsName = (await bob.locator('.room-who strong').textContent()) ?? ''

  await test.step('the board follows a step, and a raised hand comes first', async () => {
    await ada.locator('.do-it').click()
    await expect(row(trainer, 'Ada Lovelace').locator('[data-is="done"]')).toHaveCount(1)
    await cleo.getByRole('button', { name: 'Raise hand' }).click()
    await expect(trainer.locator('.row').first()).toContainText('Cleo')
    await expect(trainer.locator('.row').first()).toContainText('Hand')
  })

  await test.step('everyone follows the trainer, looks around and returns by one key; not while held', async () => {
    await openTab(trainer, 'Lead')
    await trainer.getByRole('button', { name: 'Lead: everyone follows me' }).click()
    await trainer.getByRole('button', { name: 'Next →' }).click()
    for (const page of [ada, bob, cleo]) {
      await expect(page.getByText('You follow the trainer.')).toBeVisible()
      await expect(page.locator('.class-steps [data-done="true"]')).toHaveCount(1)
    }
    await expect(projector.getByText('Follow along')).toBeVisible()
    await bob.getByRole('button', { name: 'Look around' }).click()
    await expect(bob.getByText('You look around in your own place.')).toBeVisible()
    await expect(trainer.getByText('1 looks around.')).toBeVisible()
    await bob.keyboard.press('Escape')
    await expect(bob.getByText('You follow the trainer.')).toBeVisible()
    await trainer.getByRole('button', { name: 'Hold the room' }).click()
    await expect(bob.getByText('holds the room')).toBeVisible()
    await expect(bob.getByRole('button', { name: 'Look around' })).toHaveCount(0)
    await expect(projector.getByRole('heading', { name: 'Look up for a moment' })).toBeVisible()
    await trainer.getByRole('button', { name: 'Release the room' }).click()
  })

  await test.step('a late joiner sees the present moment at once', async () => {
    const dan = await windows.open(`/join/#${code}`, phone)
    await joinClass(dan, code, 'Dan')
    await expect(dan.getByText('You follow the trainer.')).toBeVisible()
    await expect(dan.locator('.class-steps [data-done="true"]')).toHaveCount(1)
    await dan.getByText('My link').click()
    await dan.getByRole('button', { name: 'Leave and delete my data' }).click()
    await expect(dan).toHaveURL(/\/join\/$/)
    await openTab(trainer, 'Board')
    await expect(trainer.locator('.row')).toHaveCount(3)
  })

  await test.step('the phone remote leads on, with two buttons', async () => {
    const remote = await windows.open(await linkIn(trainer, 'Remote'), phone)
    await remote.getByRole('button', { name: 'Next' }).click()
    await expect(remote.getByText(`2 of ${script.steps.length}`)).toBeVisible()
    await expect(bob.locator('.class-steps [data-done="true"]')).not.toHaveCount(1)
    const presenter = await trainer.context().newPage()
    await presenter.goto('/class/present/')
    await expect(presenter.getByText(`The room sees moment 2 of ${script.steps.length}`)).toBeVisible()
    await presenter.keyboard.press('PageUp')
    await expect(remote.getByText(`1 of ${script.steps.length}`)).toBeVisible()
    await presenter.getByLabel('How it goes on').selectOption('By itself, every 5 s')
    await expect(remote.getByText(`2 of ${script.steps.length}`)).toBeVisible()
    await presenter.getByLabel('How it goes on').selectOption('Step by step')
    await presenter.keyboard.press('PageUp')
    await presenter.close()
    await openTab(trainer, 'Lead')
    await trainer.getByRole('button', { name: 'Stop leading' }).click()
    await expect(ada.getByText('You follow the trainer.')).toHaveCount(0)
    // The own place is where it was left.
    await expect(ada.locator('.transport output')).toHaveText('1 of 1')
  })

  await test.step('an exercise is graded by what was done by hand', async () => {
    await openTab(trainer, 'Exercises')
    const first = trainer.locator('.exercise-list li').first()
    await first.getByRole('button', { name: 'Start' }).click()
    for (const page of [ada, bob, cleo])
      await expect(page.getByRole('region', { name: 'The exercise' })).toContainText(exercise?.title ?? '')
    await expect(ada.locator('.transport output')).toHaveText('Start')
    await expect(ada.locator('.do-it')).toBeHidden()
    const person = new ByHand(ada, pack, beginsWithPassword(pack, flow, given))
    const events: string[] = []
    for (const { event: id } of script.steps) {
      const now = walk(flow, given, events).at(-1) ?? begin(flow, given)
      const event = flow.events[id]
      if (!event) throw new Error(`There is no event ${id}.`)
      events.push(id)
      await perform({ pack, screen: now.screen, event: { ...event, does: undefined } }, person)
      if (event.fill && !event.press) await ada.locator('h1').first().click()
      await expect(ada.locator('.transport output')).toHaveText(`${events.length} of ${events.length}`)
    }
    await expect(ada.getByText(/Done\. 1 of \d+ exercises/)).toBeVisible()
    await expect(first).toContainText('1 of 3')
    await expect(projector.getByText('1 of 3 done')).toBeVisible()
  })

  await test.step('a hint is offered, taken by consent, and counted', async () => {
    await openTab(trainer, 'Board')
    await row(trainer, 'Cleo').getByRole('button').click()
    await trainer.getByRole('button', { name: 'Offer a hint' }).click()
    await cleo.getByRole('button', { name: 'Show it' }).click()
    await expect(cleo.locator('.hint')).toContainText(flow.steps[1] ?? '')
    await expect(row(trainer, 'Cleo')).toContainText('1 hint')
  })

  await test.step('the trainer looks into a moment, and helps there only after consent', async () => {
    await trainer.getByRole('button', { name: 'See their moment' }).click()
    const moment = trainer.getByRole('region', { name: 'Their moment' })
    await expect(moment.getByText('To act here, ask to help.')).toBeVisible()
    await expect(moment.locator('.walker-bench')).toHaveAttribute('inert')
    await trainer.getByRole('button', { name: 'Ask to help' }).click()
    await cleo.getByRole('button', { name: 'Yes, help me' }).click()
    await expect(moment.locator('.walker-bench')).not.toHaveAttribute('inert')
    await moment.locator('.do-it').click()
    await expect(cleo.locator('.transport output')).toHaveText('1 of 1')
    await cleo.getByRole('button', { name: 'End it' }).click()
    await trainer.getByRole('button', { name: 'Close', exact: true }).click()
  })

  await test.step('who stays too long is stuck, without having raised a hand', async () => {
    await expect(row(trainer, bobsName)).not.toHaveAttribute('data-mood', 'stuck')
    await trainer.clock.install({ time: Date.now() + 200_000 })
    await expect(async () => {
      await trainer.clock.runFor(3_000)
      expect(await row(trainer, bobsName).getAttribute('data-mood')).toBe('stuck')
    }).toPass()
  })

  await test.step('another device and a reload come back to the same place', async () => {
    await cleo.getByText('My link').click()
    const link = await cleo.getByLabel('My link').inputValue()
    const elsewhere = await windows.open(link, desktop)
    await expect(elsewhere.getByText('You are Cleo')).toBeVisible()
    await expect(elsewhere.locator('.transport output')).toHaveText('1 of 1')
    expect(elsewhere.url()).not.toContain(link.split('#')[1] ?? '')
    await ada.reload()
    await expect(ada.locator('.transport output')).toHaveText(
      `${script.steps.length} of ${script.steps.length}`,
    )
  })

  await test.step('a gap says whose side it is on, and loses nothing', async () => {
    await bob.context().setOffline(true)
    await expect(bob.getByText('Your device is offline.')).toBeVisible()
    await expect(row(trainer, bobsName)).toHaveAttribute('data-mood', 'offline')
    await bob.context().setOffline(false)
    await expect(bob.getByText('Your device is offline.')).toBeHidden()
    await expect(row(trainer, bobsName)).not.toHaveAttribute('data-mood', 'offline')
  })

  await test.step('results are taken home', async () => {
    await openTab(trainer, 'Results')
    const [download] = await Promise.all([
      trainer.waitForEvent('download'),
      trainer.getByRole('button', { name: 'CSV' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(lines.find((line) => line.startsWith('Ada Lovelace,'))).toContain(',true,')
    expect(lines.find((line) => line.startsWith('Cleo,'))).toContain(',false,')
  })

  await test.step('the end is the end for everyone', async () => {
    await trainer.locator('.trainer-acts .room-more summary').click()
    await trainer.getByRole('button', { name: 'End the class' }).click()
    await expect(trainer.getByText('This class is over')).toBeVisible()
    for (const page of [ada, bob, cleo]) await expect(page.getByText('This class is over.')).toBeVisible()
    await ada.reload()
    await expect(ada.getByText('This class is over.')).toBeVisible()
  })
  await windows.close()
})
