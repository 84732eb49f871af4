import { createContext } from 'react'

/**
 * Whether the page takes the focus by itself when it opens. In a frame it does not: a browser refuses that to a page of another
 * site, and what is around the frame decides where the reader is.
 */
export const TakesFocus = createContext(false)
