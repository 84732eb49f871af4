import { generateURI } from 'otplib'
import { used } from '../http/acted.ts'
import { atStage, goOn } from '../http/at-stage.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { show } from '../http/show.tsx'
import { tellHolder } from '../http/tell-holder.ts'
import { qrCode } from '../qr-code.ts'
import type { ScreenProps } from '../screens/props.ts'
import { CANNOT_SCAN } from '../screens/secure-your-account.tsx'
import { enrolApp } from '../store/authenticator-apps.ts'
import type { Visit } from '../store/schema.ts'
import { enrol } from './enrol.ts'

const SCREEN = 'secure-your-account'

async function showSecret(c: Ctx, visit: Visit, props: ScreenProps = {}, status: 200 | 422 = 200) {
  const secret = visit.pending_secret ?? ''
  const uri = generateURI({ issuer: 'Netwrix 1Secure', label: visit.email, secret })
  const asText = c.req.query('key') === 'shown' ? { secret } : {}
  return show(c, SCREEN, { qr: qrCode(uri), ...asText, ...props }, status)
}

/** Log-in.5: the secret as a QR code, and as text on request. */
export const showApp = atStage(['enrol-app'], (c, visit) => showSecret(c, visit))

export const helpScanning = atStage(['enrol-app'], async (c) => {
  used(c, SCREEN, 'Trouble Scanning?')
  return goTo(c, '/log-in/app?key=shown', SCREEN, CANNOT_SCAN)
})

/** Log-in.5: the code proves that the app holds the secret; only then it is enrolled. */
export const confirmApp = atStage(['enrol-app'], async (c, visit) => {
  const { tenant, now } = c.var
  const { code } = await readForm(c, 'code')
  const secret = visit.pending_secret ?? ''
  const right = await tenant.rules.verifyCode({ secret, code, now })
  const isEmpty = code.trim() === ''
  const fields = { 'Enter one time code': [isEmpty ? 'empty' : right ? 'right' : 'wrong'] }
  used(c, SCREEN, 'Continue', fields)
  if (!right || visit.account_id === null) {
    const message = isEmpty
      ? 'Enter the code that the app shows'
      : 'That code is wrong. Enter the current one'
    return showSecret(c, visit, { message }, 422)
  }
  const app = { account_id: visit.account_id, secret, last_step: right.timeStep }
  const enrolled = await enrol(c, visit, {
    about: 'Authenticator app',
    add: async (db) => {
      await enrolApp(db, app)
      return true
    },
  })
  if (!enrolled || enrolled === 'not-added') return goOn(c)
  if (enrolled.done) tellHolder(c, visit.email, { change: 'authenticator-app-added' })
  return goTo(c, enrolled.next.page, enrolled.next.screen)
})
