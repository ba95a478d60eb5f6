import './session.css'
import { SignInPage } from './sign-in-page.tsx'

/** /sign-in */
export function Routes() {
  return <SignInPage />
}
