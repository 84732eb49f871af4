import type { Override } from '../../targets/overrides.ts'
import type { Target } from '../../targets/target.ts'

/** A screen of the pack, which a product may show in its own way. */
export const password = 'enter-your-password'

/** A target where that screen differs so. */
export const at = (overrides: Override) => ({ overrides: { [password]: overrides } }) as Partial<Target>

/** That screen in words of its own. */
export const form = `
  <h1>Your secret</h1>
  <input placeholder="Say it" data-testid="secret" />
  <label>Not this one <input /></label>
  <button data-test-id="go" onclick="document.title = 'pressed'">→</button>
  <a href="#help">I forgot</a>`
