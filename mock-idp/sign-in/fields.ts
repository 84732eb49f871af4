/**
 * Names and ids of Entra's sign-in pages, by which login helpers of test suites find them (`loginfmt`, `passwd`,
 * `idSIButton9`). The generic provider's page has plain ones.
 */
export const fields = {
  name: { name: 'loginfmt', id: 'i0116' },
  password: { name: 'passwd', id: 'i0118' },
} as const

/** Next, Sign in, Yes, Accept. */
export const primaryButton = 'idSIButton9'
/** The other way: No. */
export const backButton = 'idBtn_Back'

/** An entry by its name on either kind of page. */
export const entered = (form: URLSearchParams, field: keyof typeof fields): string | null =>
  form.get(fields[field].name) ?? form.get(field)
