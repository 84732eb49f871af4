import { createContext } from 'react'

/** Id of the screen that is shown. Links and buttons that many screens share pass it on when they are used. */
export const ShownScreen = createContext('')
