import './audit.css'
import { JournalPage } from './journal-page.tsx'

/** /journal */
export function Routes() {
  return <JournalPage />
}
