import { expect, test } from 'vitest'
import { waysToSend } from './from-elsewhere.ts'

const sent = (body: string, type = 'application/json') => ({
  url: 'https://product.test/log-in',
  method: 'POST',
  headers: { 'content-type': type },
  body,
})

const formsOf = (body: string) => waysToSend(sent(body)).flatMap(({ isForm, body }) => (isForm ? [body] : []))

test('another site sends JSON as a form, too, with and without what is no text', () => {
  expect(formsOf('{"email":"ada","remember":false}')).toEqual(['email=ada&remember=false', 'email=ada'])
})

test('where all is text, one form is enough', () => {
  expect(formsOf('{"email":"ada","password":"p"}')).toEqual(['email=ada&password=p'])
})

test('a form is sent as it is', () => {
  expect(waysToSend(sent('email=ada', 'application/x-www-form-urlencoded'))).toMatchObject([
    { isForm: true, body: 'email=ada' },
  ])
})
