import { createContext } from 'react'

/** Name of the hidden field that carries the token. */
export const FORM_TOKEN = 'csrf_token'
/** Where scripts send it instead; they read it from the `meta` element of the same name as the field. */
export const FORM_TOKEN_HEADER = 'x-csrf-token'

/** The token that the forms of a page send back; empty where no server judges it. */
export const FormToken = createContext('')
