import { readCode } from '../model/code.ts'
import { toBase64url } from './base64url.ts'

/** What a link opens. */
export type Role = 'me' | 'trainer' | 'projector' | 'remote'

/** A class, and the key to it. */
export interface Pass {
  code: string
  key: string
}

const pages: Readonly<Record<Role, string>> = {
  me: '/class/room/',
  trainer: '/class/lead/',
  projector: '/class/projector/',
  remote: '/class/remote/',
}

/** The part behind `#` is sent to no server, and is in no log. */
const inLink = /^#([0-9A-Za-z]{6})\.([\w-]{43})$/

const place = (role: Role) => `class:${role}`

export const linkTo = (role: Role, { code, key }: Pass, origin = location.origin): string =>
  `${origin}${pages[role]}#${code}.${key}`

/** @param ticket with which the link works whatever others in the same network guess */
export const joinLink = (code: string, ticket = '', origin = location.origin): string =>
  `${origin}/join/#${code}${ticket && '.'}${ticket}`

/** 256 random bits as base64url; works without a secure context, as in a classroom on plain HTTP. */
export function makeKey(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)))
}

const passesIn = (storage: Storage, role: Role): Pass[] => {
  try {
    return JSON.parse(storage.getItem(place(role)) ?? '[]') as Pass[]
  } catch {
    return []
  }
}

/** Keeps a pass: in this tab as the current one, in this browser among those of the last classes. */
export function keep(role: Role, pass: Pass): void {
  try {
    sessionStorage.setItem(place(role), JSON.stringify([pass]))
    const others = passesIn(localStorage, role).filter(({ code }) => code !== pass.code)
    localStorage.setItem(place(role), JSON.stringify([pass, ...others].slice(0, 20)))
  } catch {
    // A browser without storage needs the link again.
  }
}

export function forget(role: Role, code: string): void {
  try {
    sessionStorage.removeItem(place(role))
    const others = passesIn(localStorage, role).filter((pass) => pass.code !== code)
    localStorage.setItem(place(role), JSON.stringify(others))
  } catch {
    // Nothing was kept.
  }
}

/** The pass of a link that was just opened, else that of this tab, else the last one of this browser. */
export function passFor(role: Role): Pass | undefined {
  const [, code, key] = inLink.exec(location.hash) ?? []
  const read = code && readCode(code)
  if (read && key) {
    keep(role, { code: read, key })
    history.replaceState(history.state, '', location.pathname)
    return { code: read, key }
  }
  return passesIn(sessionStorage, role)[0] ?? passesIn(localStorage, role)[0]
}

/** The pass that this browser has to a class. */
export const passTo = (role: Role, code: string): Pass | undefined =>
  passesIn(localStorage, role).find((pass) => pass.code === code)

/** What a ban is tied to. */
export function deviceKey(): string {
  try {
    const known = localStorage.getItem('class:device')
    if (known) return known
    const made = makeKey()
    localStorage.setItem('class:device', made)
    return made
  } catch {
    return makeKey()
  }
}

/** Makes it the current pass of this tab. */
export function enter(role: Role, pass: Pass): void {
  keep(role, pass)
  location.assign(pages[role])
}
