import { expect, type Page } from '@playwright/test'
import { AuthenticatorApp } from '../../../machines/devices/authenticator-app.ts'
import { scanPage } from '../../page/scan.ts'
import type { Arrangement } from '../../targets/target.ts'

/** The first login as a person would script it from the page. */
export async function logInByHand(page: Page, { mailbox, account, clock }: Arrangement): Promise<void> {
  const heading = (name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const [mail] = (await mailbox?.mails()) ?? []
  await page.setContent((await mail?.html()) ?? '')
  await page.getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await heading('Netwrix 1Secure')
  await press('Log In')
  await heading('Welcome')
  await page.getByLabel('Email address').fill(account.email)
  await press('Continue')
  await heading('Enter Your Password')
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await press('Continue')
  await heading('Keep Your Account Safe')
  await press('Google Authenticator or Similar')
  await heading('Secure Your Account')
  const app = new AuthenticatorApp(clock)
  const enrolment = await scanPage(page)
  if (enrolment) app.scan(enrolment)
  await page.getByLabel('Enter one time code').fill(await app.right())
  await press('Continue')
  await heading('Dashboard')
}
