/** A code that differs from another one in each character, and is of the same kind: `12ab` → `67no`. */
export const changed = (code: string): string =>
  code.replace(/[\da-z]/gi, (one) =>
    /\d/.test(one)
      ? String((Number(one) + 5) % 10)
      : String.fromCharCode(one.charCodeAt(0) + (one.toLowerCase() < 'n' ? 13 : -13)),
  )
