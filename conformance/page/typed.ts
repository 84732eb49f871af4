import type { Page } from '@playwright/test'

const typed = new WeakMap<Page, string[]>()

/** Keeps in mind what is typed on a page, to know it again in what the page sends. */
export function noteTyped(page: Page, text: string): void {
  typed.set(page, [...typedOn(page), text])
}

/** All that was typed on a page so far, in order. */
export const typedOn = (page: Page): readonly string[] => typed.get(page) ?? []
