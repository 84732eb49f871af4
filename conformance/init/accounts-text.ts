import { printKey, printText } from '../draft/print.ts'
import type { FormField, SignUpForm } from './look.ts'
import type { Told } from './profile-text.ts'

/** Long, and of every kind of character: most rules allow it. */
const PASSWORD = 'Correct-Horse-7-Battery'

/** The lines of a profile that say how an account is made. */
export function accountsText({ answers: { accounts, accountsPath = '' }, given, signUp }: Told): string[] {
  const method = `    async ${printKey(given)}`
  if (accounts === 'api')
    return [
      '  // What is given before a procedure begins, and how it is arranged: "npx doorstep list events" names the procedures.',
      '  givens: {',
      `${method}({ ask, freshAddress }) {`,
      '      const email = freshAddress()',
      '      // Correct the body to what your API takes. Answer the `password` too, where the account has one by then.',
      `      await ask(${printText(accountsPath)}, { bearer: process.env.DOORSTEP_API_KEY, body: { email } })`,
      '      return { email }',
      '    },',
      '  },',
    ]
  if (accounts === 'form') return ['  givens: {', ...signUpText(method, accountsPath, signUp), '  },']
  return [
    `  // Say how an account is made: without it, nothing can be walked. The first one is ${printText(given)}.`,
    '  givens: {},',
  ]
}

function signUpText(method: string, path: string, signUp: SignUpForm = { fields: [] }): string[] {
  const fills = signUp.fields.map(
    (field) => `      await form.getByLabel(${printText(field.label)}, { exact: true }).${actionOf(field)}`,
  )
  return [
    `${method}({ page, freshAddress, url }) {`,
    '      const email = freshAddress()',
    `      const password = ${printText(PASSWORD)}`,
    '      const form = await page()',
    `      await form.goto(new URL(${printText(path)}, url).href)`,
    ...(fills.length > 0
      ? ['      // As the form was when "doorstep init" looked at it: check each line.', ...fills]
      : ['      // Fill in the form here: await form.getByLabel(…).fill(email)']),
    ...(signUp.send === undefined
      ? ["      // Then send it: await form.getByRole('button', { name: … }).click()"]
      : [
          `      await form.getByRole('button', { name: ${printText(signUp.send)}, exact: true }).click()`,
          "      await form.waitForLoadState('networkidle')",
        ]),
    '      return { email, password }',
    '    },',
  ]
}

function actionOf({ label, type }: FormField): string {
  if (type === 'checkbox' || type === 'radio') return 'check()'
  if (type === 'password') return 'fill(password)'
  return type === 'email' || /mail/i.test(label) ? 'fill(email)' : "fill('Example')"
}
