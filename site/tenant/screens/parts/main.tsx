import { type ComponentProps, createContext, useContext } from 'react'

/** What the main part of a screen is: a page has one `main`, and where a screen is drawn within a page, that has it already. */
export const MainElement = createContext<'main' | 'div'>('main')

/** The main part of a screen. */
export function Main(props: ComponentProps<'div'>) {
  const Element = useContext(MainElement)
  return <Element {...props} />
}
