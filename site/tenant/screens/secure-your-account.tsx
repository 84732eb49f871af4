import { Card } from './parts/card.tsx'
import { CodeField } from './parts/code-field.tsx'
import { Button, Form, PressForm } from './parts/form.tsx'
import { Message } from './parts/message.tsx'
import type { ScreenProps } from './props.ts'

export const CANNOT_SCAN = 'Can’t scan? Type this key into your authenticator app:'

/** In groups of four, as one reads it aloud. */
const grouped = (secret: string) => secret.replace(/.{4}(?=.)/g, '$& ')

export function SecureYourAccount({ base = '', message, qr, secret, tenantName }: ScreenProps) {
  return (
    <Card heading="Secure Your Account" tenantName={tenantName}>
      <p className="lead">Scan this with your authenticator app. Then enter the code that the app shows.</p>
      <div className="qr">
        {qr ? (
          <img src={qr} alt="QR code" width="196" height="196" />
        ) : (
          <div className="qr-place">QR code</div>
        )}
      </div>
      {secret ? (
        <div className="secret">
          <Message tone="note">{CANNOT_SCAN}</Message>
          <code translate="no">{grouped(secret)}</code>
        </div>
      ) : (
        <PressForm action={`${base}/log-in/app/trouble`} look="quiet">
          Trouble Scanning?
        </PressForm>
      )}
      <Form action={`${base}/log-in/app`}>
        <CodeField message={message} />
        <Button>Continue</Button>
      </Form>
      <PressForm action={`${base}/log-in/app/another`} look="quiet">
        Try another method
      </PressForm>
    </Card>
  )
}
