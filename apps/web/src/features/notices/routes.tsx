import './notices.css'
import { TasksPage } from './tasks-page.tsx'

/** / */
export function Routes() {
  return <TasksPage />
}
