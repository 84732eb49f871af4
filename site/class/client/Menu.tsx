import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  className: string
  /** What is pressed, a `summary`, and what it opens. */
  children: ReactNode
}

/** Something that opens below a button, and closes as menus do: by Escape, or when something else is pressed. */
export function Menu({ className, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = () => {
      if (menu.current) menu.current.open = false
    }
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) close()
    }
    const type = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu.current?.open) return
      if (menu.current.contains(document.activeElement)) menu.current.querySelector('summary')?.focus()
      close()
    }
    addEventListener('pointerdown', press)
    addEventListener('keydown', type)
    return () => {
      removeEventListener('pointerdown', press)
      removeEventListener('keydown', type)
    }
  }, [])
  return (
    <details className={className} ref={menu}>
      {children}
    </details>
  )
}
