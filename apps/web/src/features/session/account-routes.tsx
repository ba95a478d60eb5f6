import './session.css'
import { AccountPage } from './account-page.tsx'

/** /account */
export function Routes() {
  return <AccountPage />
}
