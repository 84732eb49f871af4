import { html } from 'hono/html'
import { brand, cardPage, problem, takesFocus } from '../../look/layout.ts'
import { primaryButton } from '../fields.ts'

/** Where a form of these pages goes, and what proves that it comes from them. */
export interface DeviceForm {
  action: string
  xsrf: string
}

/** Entra's name of the field, by which login helpers find it. */
export const deviceCodeField = 'otc'

/** Asks for the code that a device shows. */
export const enterCodePage = (
  provider: string,
  { action, xsrf }: DeviceForm,
  { code = '', refused }: { code?: string; refused?: string } = {},
): string =>
  cardPage(
    'Enter code',
    html`${brand(provider)}
      <h1>Enter code</h1>
      <p>Enter the code that your application or device shows.</p>
      <form method="post" action="${action}">
        ${problem('refused', refused)}
        <input type="hidden" name="xsrf" value="${xsrf}" />
        <div class="field">
          <label for="${deviceCodeField}">Code</label>
          <input id="${deviceCodeField}" name="${deviceCodeField}" autocomplete="off" spellcheck="false" value="${code}" ${takesFocus}
            ${refused ? html`aria-invalid="true" aria-describedby="refused"` : ''} />
        </div>
        <div class="buttons">
          <button type="submit" id="${primaryButton}" class="primary">Next</button>
        </div>
      </form>`,
  )

/** Someone else may have sent the code: the person says whether the device is theirs. */
export const confirmDevicePage = (
  provider: string,
  { action, xsrf }: DeviceForm,
  { application, code }: { application: string; code: string },
): string =>
  cardPage(
    'Confirm device',
    html`${brand(provider)}
      <h1>Are you trying to sign in to ${application}?</h1>
      <p>Continue only if your device shows this code: <strong>${code}</strong></p>
      <form method="post" action="${action}" class="buttons">
        <input type="hidden" name="xsrf" value="${xsrf}" />
        <input type="hidden" name="user_code" value="${code}" />
        <button type="submit" id="${primaryButton}" class="primary" name="confirm" value="yes" ${takesFocus}>Continue</button>
        <button type="submit" class="secondary" name="abort" value="yes">Cancel</button>
      </form>`,
  )

export const deviceDonePage = (provider: string, application: string): string =>
  cardPage(
    'Signed in on your device',
    html`${brand(provider)}
      <h1>${application}</h1>
      <p>You have signed in to ${application} on your device. You may now close this window.</p>`,
  )
