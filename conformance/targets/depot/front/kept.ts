/** Where the browser keeps the token: in one of its storages, in a cookie, or in the memory of the page alone. */
export interface Kept {
  get(): string
  /** @param value nothing: forgets it */
  set(value: string): void
}

const NAME = 'depot.token'

const inStorage = (storage: Storage): Kept => ({
  get: () => storage.getItem(NAME) ?? '',
  set: (value) => (value ? storage.setItem(NAME, value) : storage.removeItem(NAME)),
})

const inCookie: Kept = {
  get: () =>
    document.cookie
      .split('; ')
      .find((one) => one.startsWith(`${NAME}=`))
      ?.slice(NAME.length + 1) ?? '',
  set(value) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there without TLS.
    document.cookie = `${NAME}=${value}; path=/; samesite=strict${value ? '' : '; max-age=0'}`
  },
}

function inMemory(): Kept {
  let token = ''
  return {
    get: () => token,
    set: (value) => {
      token = value
    },
  }
}

/** @param storage as the page says it */
export function keptIn(storage: string | undefined): Kept {
  if (storage === 'cookie') return inCookie
  if (storage === 'memory') return inMemory()
  return inStorage(storage === 'sessionStorage' ? sessionStorage : localStorage)
}
