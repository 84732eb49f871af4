import { html } from 'hono/html'
import { brand, cardPage, takesFocus } from '../../look/layout.ts'
import { backButton, primaryButton } from '../fields.ts'
import type { Visit } from '../visit.ts'

export const stayPage = ({ home, progress }: Visit): string =>
  cardPage(
    'Stay signed in?',
    html`${brand(home.displayName)}
      <h1>Stay signed in?</h1>
      <p>If you do, you will be asked less often on this device.</p>
      <p class="soft">Signed in as ${progress.name ?? ''}</p>
      <form method="post" class="buttons">
        <input type="hidden" name="do" value="stay" />
        <button type="submit" id="${primaryButton}" name="stay" value="yes" class="primary" ${takesFocus}>Yes</button>
        <button type="submit" id="${backButton}" class="secondary" name="stay" value="no">No</button>
      </form>`,
  )
