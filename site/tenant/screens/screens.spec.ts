import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { build } from 'esbuild'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ScreenProps } from './props.ts'
import { type TenantScreenId, tenantScreens } from './screens.tsx'

const css = build({
  entryPoints: [fileURLToPath(new URL('./tenant.css', import.meta.url))],
  bundle: true,
  write: false,
})

/** With everything that a screen may have to show. */
const full: ScreenProps = {
  message: 'Something about this is wrong. Please try again',
  email: `new.administrator@${'long'.repeat(8)}.example.com`,
  tenantName: 'Larkspur Managed Services',
  secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  qr: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
}

const shown = (Object.keys(tenantScreens) as TenantScreenId[]).map((id) => ({
  id,
  html: renderToStaticMarkup(createElement(tenantScreens[id], full)),
}))

/** Rules about whole pages, of which there are many here. */
const ofPages = [
  'landmark-no-duplicate-main',
  'landmark-no-duplicate-banner',
  'landmark-unique',
  'page-has-heading-one',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } })

    // Axe takes its time with seventeen screens at once.
    test.setTimeout(120_000)

    test('the screens have no accessibility findings and fit 320 px, each in a shadow root', async ({
      page,
    }) => {
      const style = (await css).outputFiles[0]?.text ?? ''
      await page.setContent(
        '<!doctype html><html lang="en"><title>Screens</title><body style="margin:0"></body></html>',
      )
      const widths = await page.evaluate(
        ([screens, text]) =>
          screens.map(({ id, html }) => {
            const host = document.body.appendChild(document.createElement('div'))
            host.id = id
            host.attachShadow({ mode: 'open' }).innerHTML = `<style>${text}</style>${html}`
            return { id, width: host.scrollWidth }
          }),
        [shown, style] as const,
      )
      expect(widths).toEqual(shown.map(({ id }) => ({ id, width: 320 })))
      const { violations } = await new AxeBuilder({ page }).disableRules(ofPages).analyze()
      expect(
        violations.map(({ id, nodes }) => ({
          id,
          at: nodes.map(({ target, failureSummary }) => [target, failureSummary]),
        })),
      ).toEqual([])
    })
  })
}

test('who goes by keyboard comes to the content at once', async ({ page }) => {
  const style = (await css).outputFiles[0]?.text ?? ''
  const { html } = shown.find(({ id }) => id === 'users') ?? { html: '' }
  await page.setContent(`<!doctype html><html lang="en"><title>Users</title><style>${style}</style>${html}`)
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).not.toBeInViewport({ ratio: 0.5 })
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add Users' })).toBeFocused()
})
