import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { walk } from '../../machines/model/walk.ts'
import { makeResult } from './fixtures/make-result.ts'

const flows = packs.flatMap(({ flows }) => flows)

/** Of each flow the transition that a walk comes to last. */
for (const flow of flows) {
  const { transitions = [] } = makeResult({ flows: [flow] }).flows[0] ?? {}
  const replays = transitions.flatMap(({ replay }) => replay ?? [])
  const atOf = (replay: string) => Number(/at=(\d+)$/.exec(replay)?.[1])
  const [replay = ''] = replays.toSorted((a, b) => atOf(b) - atOf(a))

  test(`${flow.id}: the address of a report opens that moment in the built site`, async ({ page }) => {
    const query = new URLSearchParams(replay.slice(replay.indexOf('#') + 1))
    const events = query.get('walk')?.split(',') ?? []
    const moment = walk(flow, query.get('given') ?? '', events)[atOf(replay)]
    if (!moment) throw new Error(`There is no such moment: ${replay}`)

    await page.goto(replay)
    await expect(page.locator('.transport output')).toHaveText(`${atOf(replay)} of ${events.length}`)
    const product = page.getByRole('region', { name: 'The product' })
    await expect(
      product
        .getByText(packs[0]?.screens[moment.screen]?.heading ?? '')
        .locator('visible=true')
        .first(),
    ).toBeVisible()
    const { shows } = moment.edge?.meta ?? {}
    if (shows) await expect(product).toContainText(shows)
  })
}
