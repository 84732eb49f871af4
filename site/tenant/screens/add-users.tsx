import { roles } from '../roles.ts'
import { Choice } from './parts/choice.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Shell } from './parts/shell.tsx'
import type { ScreenProps } from './props.ts'

const hint = 'Separate several addresses with commas or spaces. 1Secure sends each of them an invitation.'

/** The role with the fewest rights is chosen at first: more is a decision. */
export function AddUsers({
  base = '',
  email,
  tenantName,
  message,
  at = 'addresses',
  addresses,
  role = 'Viewer',
}: ScreenProps) {
  return (
    <Shell at="users" heading="Add Users" address="/configuration/users/new" {...{ base, email, tenantName }}>
      <div className="panel">
        <Form action={`${base}/configuration/users`}>
          <Field
            name="addresses"
            label="Email addresses"
            type="text"
            inputMode="email"
            autoComplete="off"
            maxLength={4000}
            value={addresses}
            {...(at === 'addresses' ? { message } : {})}
            hint={hint}
          />
          <Choice
            name="role"
            label="Role"
            options={roles}
            value={role}
            message={at === 'role' ? message : undefined}
          />
          <div className="buttons">
            <Button>Add</Button>
            <Button look="secondary" formAction={`${base}/configuration/users/cancel`}>
              Cancel
            </Button>
          </div>
        </Form>
      </div>
    </Shell>
  )
}
