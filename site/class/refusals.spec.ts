import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { createClass, joinClass, phone, row, Windows } from './testing/class-page.ts'

const flow = packs[0]?.flows[0]
if (!flow) throw new Error('There is no flow to teach.')

test('every refusal says why', async ({ browser, baseURL, request }) => {
  const windows = new Windows(browser, baseURL ?? '')
  const trainer = await windows.open('/class/')
  const code = await createClass(trainer, 'Refusals', flow.title)
  const ada = await windows.open('/join/', phone)

  await test.step('a wrong code, and one that cannot be one', async () => {
    await joinClass(ada, code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA', 'Ada')
    await expect(ada.getByRole('alert')).toContainText('There is no class with this code.')
    await joinClass(ada, '0O1I', 'Ada')
    await expect(ada.getByRole('alert')).toContainText('six letters and digits')
    await joinClass(ada, code, '!!!')
    await expect(ada.getByRole('alert')).toContainText('at least one letter or digit')
    await joinClass(ada, code, 'Ada')
    await expect(ada.getByText('You are Ada')).toBeVisible()
  })

  await test.step('a closed room, for new people but not for those who were in it', async () => {
    await trainer.locator('.trainer-acts .room-more summary').click()
    await trainer.getByRole('button', { name: 'Close to new people' }).click()
    const late = await windows.open(`/join/#${code}`)
    await joinClass(late, code)
    await expect(late.getByRole('alert')).toContainText('takes no new people')
    await ada.goto(`/join/#${code}`)
    await ada.getByRole('button', { name: 'Join' }).click()
    await expect(ada.getByText('You are Ada')).toBeVisible()
    await trainer.getByRole('button', { name: 'Open to new people' }).click()
    await trainer.locator('.trainer-acts .room-more summary').click()
  })

  await test.step('a banned person, until they are readmitted', async () => {
    await row(trainer, 'Ada').getByRole('button').click()
    await trainer.getByRole('button', { name: 'Ban' }).click()
    await expect(ada.getByText('The trainer has closed this class to you.')).toBeVisible()
    await ada.goto(`/join/#${code}`)
    await ada.getByRole('button', { name: 'That was not me' }).click()
    await joinClass(ada, code, 'Somebody else')
    await expect(ada.getByRole('alert')).toContainText('closed this class to you')
    await trainer.getByRole('button', { name: /^Removed/ }).click()
    await trainer.getByRole('button', { name: 'Readmit' }).click()
    await ada.reload()
    await ada.getByRole('button', { name: 'Join again' }).click()
    await expect(ada.getByText('You are Ada')).toBeVisible()
  })

  const keyOf = (page: typeof ada, role: string): Promise<string> =>
    page.evaluate((role) => JSON.parse(localStorage.getItem(`class:${role}`) ?? '[]')[0]?.key, role)

  await test.step('the trainer’s link of another class', async () => {
    const other = await windows.open('/class/')
    await createClass(other, 'Another class', flow.title)
    const foreign = await windows.open(`/class/lead/#${code}.${await keyOf(other, 'trainer')}`)
    await expect(foreign.getByText('does not belong to this class')).toBeVisible()
  })

  await test.step('a participant’s key opens no board, and steers nothing', async () => {
    const key = await keyOf(ada, 'me')
    const board = await windows.open(`/class/lead/#${code}.${key}`)
    await expect(board.getByText('It takes the trainer’s link.')).toBeVisible()
    await expect(board.locator('.row')).toHaveCount(0)
    const headers = { authorization: `Bearer ${key}` }
    const steer = await request.post(`/class-api/classes/${code}/acts`, {
      headers,
      data: { act: 'hold', on: true },
    })
    expect(steer.status()).toBe(403)
    expect(await steer.json()).toMatchObject({ error: { code: 'not-allowed' } })
    await expect(ada.getByText('holds the room')).toHaveCount(0)
  })

  await test.step('the trainer’s key is in nothing that others can load', async () => {
    const key = await keyOf(trainer, 'trainer')
    for (const path of ['/class/lead/', '/class/room/', `/class-api/classes/${code}`, '/live.json'])
      expect(await (await request.get(path)).text()).not.toContain(key)
    expect(trainer.url()).not.toContain(key)
  })
  await windows.close()
})
