import { useCallback, useSyncExternalStore } from 'react'
import { keep, readKept } from '../kept-in-tab.ts'

const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const isKept = () => readKept<true>('wire') ?? false

/** Whether the wire is open. The tab remembers it, from flow to flow and over a reload. */
export function useWire(): [isOpen: boolean, setIsOpen: (isOpen: boolean) => void] {
  const isOpen = useSyncExternalStore(subscribe, isKept, () => false)
  const setIsOpen = useCallback((isOpen: boolean) => {
    keep('wire', isOpen || undefined)
    for (const listener of listeners) listener()
  }, [])
  return [isOpen, setIsOpen]
}
