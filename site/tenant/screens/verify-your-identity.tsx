import { Card } from './parts/card.tsx'
import { CodeField } from './parts/code-field.tsx'
import { Button, Form, PressForm } from './parts/form.tsx'
import { Remember } from './parts/remember.tsx'
import type { ScreenProps } from './props.ts'

export function VerifyYourIdentity({ base = '', message, remember, tenantName }: ScreenProps) {
  return (
    <Card heading="Verify Your Identity" tenantName={tenantName}>
      <p className="lead">
        Open your authenticator app and enter the code that it shows for Netwrix 1Secure.
      </p>
      <Form action={`${base}/log-in/verify`}>
        <CodeField message={message} />
        <Remember ticked={remember} />
        <Button>Continue</Button>
      </Form>
      <PressForm action={`${base}/log-in/verify/another`} look="quiet">
        Try another method
      </PressForm>
    </Card>
  )
}
