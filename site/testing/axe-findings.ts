import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds around the frame, also what is said of single targets (WCAG 2.2, 2.5.8), which it looks at on request only. */
export async function axeFindings(page: Page): Promise<string[]> {
  // What fades in has too little contrast on its way.
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations === 1)
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } })
  // The parts of the diagram are buttons of the table as well.
  const { violations } = await axe.exclude('.sheet').exclude('iframe').setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** How wide the page is, and in which colours, where its accessibility is looked at. */
export const looks = {
  'on a desktop': { viewport: { width: 1280, height: 720 }, colorScheme: 'light' },
  'on a phone in the dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const
