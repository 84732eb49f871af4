/** Leads to another page of the app. @param said what is said there */
export function go(to: string, said?: string): void {
  dispatchEvent(new CustomEvent('depot:go', { detail: { to, said } }))
}

const EMAIL = 'depot.email'

/** Whose login it is, while it waits for the password. */
export const keepEmail = (email: string) => sessionStorage.setItem(EMAIL, email)
export const emailKept = () => sessionStorage.getItem(EMAIL) ?? ''

export const query = (name: string) => new URLSearchParams(location.search).get(name) ?? ''
