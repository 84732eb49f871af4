import { parse } from 'node-html-parser'
import type { Answer } from './jar.ts'

/** Whether an answer lets somebody in and names a person, by their address. */
export function namesPerson({ status, body }: Answer, email: string): boolean {
  const wanted = email.toLowerCase()
  const isIn = (text: string) => text.toLowerCase().includes(wanted)
  return status < 300 && (isIn(body) || (body.includes('<') && isIn(parse(body).text)))
}
