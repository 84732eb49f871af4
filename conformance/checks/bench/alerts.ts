import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Whether an alert was filled in since `watch` began. */
    doorstepHeard?: boolean
    /** Texts that have vanished since then, though some may be there again. */
    doorstepGone?: string[]
  }
}

/**
 * From now on notes in the page when an alert gets words, including the alerts that were there before, and which of
 * these texts vanish: a text that comes back counts as new.
 */
export async function listenToAlerts(page: Page, texts: string[]): Promise<void> {
  await page.evaluate((texts) => {
    const wordsOf = ({ innerText = '' }: HTMLElement) => innerText.replace(/\s+/g, ' ').trim()
    // The text that assistive technology gets may have more words than the written one, such as those of an icon.
    const written = [...document.querySelectorAll<HTMLElement>('body *')].map(wordsOf)
    const there = texts.flatMap((text) => {
      const [words] = written
        .filter((words) => text.includes(words) && words.length > text.length / 2)
        .toSorted((a, b) => b.length - a.length)
      return words ? [{ text, words }] : []
    })
    const gone: string[] = []
    window.doorstepHeard = false
    window.doorstepGone = gone
    const observer = new MutationObserver((changes) => {
      const filled = changes.some(({ target, addedNodes }) => {
        const element = target instanceof Element ? target : target.parentElement
        const added = [...addedNodes].some(
          (node) => node instanceof Element && node.matches('[role=alert], [role=status]'),
        )
        return added || (element?.closest('[role=alert], [role=status]')?.textContent ?? '').trim() !== ''
      })
      if (filled) window.doorstepHeard = true
      const now = wordsOf(document.body)
      for (const { text, words } of there) if (!now.includes(words) && !gone.includes(text)) gone.push(text)
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  }, texts)
}

/** Whether an alert was filled, and what has vanished; nothing on a page that came later. */
export const heardAlerts = (page: Page): Promise<{ filled: boolean; gone: string[] }> =>
  page
    .evaluate(() => ({ filled: window.doorstepHeard === true, gone: window.doorstepGone ?? [] }))
    .catch(() => ({ filled: false, gone: [] }))
