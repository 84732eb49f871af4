import { createContext } from 'react'

/** Id of the screen that is shown. What stands on many screens tells by it on which it was used. */
export const ShownScreen = createContext('')
