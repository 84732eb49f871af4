import { expect, test } from '@playwright/test'
import { packs } from '../../machines/index.ts'
import type { Moment } from '../../machines/model/walk.ts'
import type { Session } from '../session/session.ts'
import { watchStalePage } from './stale-page.ts'

const flow = packs.flatMap(({ flows }) => flows).find(({ id }) => id === 'activate-account')
const FORM = '<form method="post"><button>Go</button></form>'

for (const { title, event, status, again } of [
  { title: 'a form that is refused after a wait', event: 'two-days-pass', status: 403, again: true },
  { title: 'a form that is accepted after a wait', event: 'two-days-pass', status: 200, again: false },
  { title: 'a form that is refused at once', event: 're-enter.same', status: 403, again: false },
])
  test(`${title} is ${again ? '' : 'not '}opened again`, async ({ page }) => {
    if (!flow) throw new Error('The bundled pack has lost its activation.')
    let opened = 0
    await page.route('http://form.example/**', (route, request) => {
      if (request.method() === 'GET') opened += 1
      const answer = request.method() === 'GET' ? 200 : status
      return route.fulfill({ status: answer, contentType: 'text/html', body: FORM })
    })
    await page.goto('http://form.example/')
    const session = { page, patience: 1_000, notes: new Set(), settling: { settled: async () => {} } }
    const stale = watchStalePage(session as unknown as Session, flow, {
      edge: { event },
    } as unknown as Moment)
    await page.getByRole('button').click()
    await page.waitForLoadState()
    expect(await stale.opensAgain()).toBe(again)
    expect(opened).toBe(again ? 2 : 1)
  })
