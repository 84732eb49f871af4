import { useEffect, useRef } from 'react'

const forward = ['ArrowRight', 'ArrowDown', 'PageDown']
const back = ['ArrowLeft', 'ArrowUp', 'PageUp']

/** Steps by the keys that clickers send, unless something is being typed. */
export function useClicker(step: (by: 1 | -1) => void): void {
  const latest = useRef(step)
  useEffect(() => {
    latest.current = step
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
      if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return
      const by = forward.includes(event.key) ? 1 : back.includes(event.key) ? -1 : undefined
      if (by === undefined) return
      event.preventDefault()
      latest.current(by)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
