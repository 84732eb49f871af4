import { createContext, use } from 'react'
import { masked } from '../../wire/secrets.ts'

interface Showing {
  /** Every secret of the walk. */
  secrets: readonly string[]
  /** The reader has asked for them. */
  isShown: boolean
}

export const Shown = createContext<Showing>({ secrets: [], isShown: false })

/** Whether the reader has asked for secrets. */
export const useIsShown = (): boolean => use(Shown).isShown

/** The secrets that must not be shown at present. */
export function useHidden(): readonly string[] {
  const { secrets, isShown } = use(Shown)
  return isShown ? [] : secrets
}

/** Masks a text unless the reader has asked for secrets. */
export function useMask(): (text: string) => string {
  const hidden = useHidden()
  return (text) => masked(text, hidden)
}
