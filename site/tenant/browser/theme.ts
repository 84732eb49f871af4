import type { Theme } from '../frame-messages.ts'

const isTheme = (text: unknown): text is Theme => text === 'light' || text === 'dark'

/** The theme that the frame was given as its name: by the site at first, then by {@link keep}. */
export function themeOfFrame(): Theme | undefined {
  const [, theme] = /^theme-(\w+)$/.exec(window.name) ?? []
  return isTheme(theme) ? theme : undefined
}

/** Shows the page in a theme; without one, or with one that does not exist, as the system has it. */
export function wear(theme: unknown): void {
  document.documentElement.style.colorScheme = isTheme(theme) ? theme : ''
}

/** The same for this page and all that follow in the frame, of other parties too: they find it before they are drawn. */
export function keep(theme: unknown): void {
  wear(theme)
  window.name = isTheme(theme) ? `theme-${theme}` : ''
}
