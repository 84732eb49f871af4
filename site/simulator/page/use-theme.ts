import { useSyncExternalStore } from 'react'
import type { Theme } from '../../tenant/frame-messages.ts'

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function read(): Theme | undefined {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : undefined
}

/** The theme that the reader has chosen for the page; without a choice, each page follows the system by itself. */
export const useTheme = (): Theme | undefined => useSyncExternalStore(subscribe, read, () => undefined)
