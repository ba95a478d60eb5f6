import './seasons.css'
import { AdminSeasonsPage } from './admin-seasons-page.tsx'

/** /admin/seasons */
export function Routes() {
  return <AdminSeasonsPage />
}
