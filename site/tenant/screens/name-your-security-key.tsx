import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import type { ScreenProps } from './props.ts'

export function NameYourSecurityKey({ base = '', message, keyName, tenantName }: ScreenProps) {
  return (
    <Card heading="Name Your Security Key" tenantName={tenantName}>
      <p className="lead">
        The key works. Give it a name that tells it from others, such as where you keep it.
      </p>
      <Form action={`${base}/log-in/key/name`}>
        <Field
          name="name"
          label="Security key name"
          type="text"
          autoComplete="off"
          maxLength={60}
          value={keyName}
          message={message}
        />
        <Button>Continue</Button>
      </Form>
    </Card>
  )
}
