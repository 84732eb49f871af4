import { renderToStaticMarkup } from 'react-dom/server'
import type { Flow } from '../../machines/flow.ts'
import { type ScreenId, screens } from '../../machines/screens.ts'
import { edgesOf, screenOf } from '../../machines/trace.ts'
import type { Mail } from '../simulator/desk/mail.ts'
import { Invitation } from '../tenant/mails/invitation.tsx'
import { MailButton, MailLink, MailPage } from '../tenant/mails/parts.tsx'

const from = 'noreply-account@netwrix.com'

/** Which mail holds a link or a button. */
const mailScreens: ScreenId[] = ['invitation-mail', 'sso-invitation-mail', 'reset-mail']

/** A mail that the tenant does not send itself, from its description in the model. */
function PlainMail({ screen }: { screen: ScreenId }) {
  const { heading, buttons = [], links = [] } = screens[screen]
  return (
    <MailPage title={heading} preview={heading}>
      {buttons.map((button) => (
        <MailButton key={button} href="#">
          {button}
        </MailButton>
      ))}
      {links.map((link) => (
        <p key={link}>
          Follow the <MailLink href="#">{link}</MailLink> to go on.
        </p>
      ))}
    </MailPage>
  )
}

/** The mails that a flow speaks of, rendered ahead of time, by their screen in the model. */
export function mailsOf(flow: Flow): Record<string, Mail> {
  const pressed = Object.values(flow.events).flatMap(({ at, press }) => (at === 'mail' && press ? press : []))
  const begins = new Set(edgesOf(flow).map(({ source }) => screenOf(flow, source)))
  const needed = mailScreens.filter((screen) => {
    const { buttons = [], links = [] } = screens[screen]
    return begins.has(screen) || [...buttons, ...links].some((label) => pressed.includes(label))
  })
  return Object.fromEntries(needed.map((screen) => [screen, mailOf(screen)]))
}

function mailOf(screen: ScreenId): Mail {
  const body = screen === 'invitation-mail' ? <Invitation /> : <PlainMail screen={screen} />
  const html = `<!doctype html>${renderToStaticMarkup(body)}`
  return { id: screen, subject: screens[screen].heading, from, html }
}
