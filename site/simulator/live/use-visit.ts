import { useCallback, useEffect } from 'react'
import type { Live } from './open-live.ts'

/** What people type without the beginning that each address has. */
const withScheme = (live: Live, typed: string): string[] => {
  const { protocol } = new URL(live.frame.page?.url ?? live.sandbox.url)
  return [typed, `${protocol}//${typed}`]
}

/**
 * Opens addresses in the frame: those of links, and those that a person types into its own bar.
 * @param isDoing whether events are being done for the reader, whose problems are not over with the next page
 */
export function useVisit(
  live: Live | undefined,
  isDoing: () => boolean,
  setProblem: (problem: string | undefined) => void,
) {
  useEffect(
    () => live?.frame.on(({ type }) => type === 'page' && !isDoing() && setProblem(undefined)),
    [live, isDoing, setProblem],
  )
  const visit = useCallback(
    (href: string) => void live?.frame.visit(href).catch(({ message }: Error) => setProblem(message)),
    [live, setProblem],
  )
  const type = (typed: string) => {
    const address = live && withScheme(live, typed.trim()).find((one) => live.frame.admits(one))
    if (address) visit(address)
    else setProblem('The frame opens the pages of the tenant and of its provider only.')
  }
  return { visit, type }
}
