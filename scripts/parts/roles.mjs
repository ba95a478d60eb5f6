import { Stop } from './say.mjs'

/** The role whose rights the application has; the migrations grant them, and nobody signs in as it. */
const applicationRole = 'bangvang_app'

/** Connects, works, disconnects. A server that cannot be reached is told in plain words, without the password. */
export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  if (!URL.canParse(url))
    throw new Stop(
      'Địa chỉ PostgreSQL không đọc được',
      'Not an address: postgres://login:password@host:port/database',
    )
  const client = new pg.Client({ connectionString: url, application_name: 'bangvang scripts' })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const { hostname, port, pathname, username } = new URL(url)
    const where = `${username}@${hostname}:${port || 5432}${pathname}`
    throw new Stop(
      `Không nối được PostgreSQL ${where}`,
      `Cannot connect to PostgreSQL ${where}: ${error.message}`,
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const quote = (name) => `"${name.replaceAll('"', '""')}"`

/** Creates in our own PostgreSQL what is not there yet: the role, the two logins, the database. */
export function createRolesAndDatabase({ url, secrets, database, throwAway }) {
  return withClient(url, async (client) => {
    const login = (name) => `CREATE ROLE ${name} LOGIN PASSWORD '${secrets[name]}'`
    const roles = await client.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'bangvang%'")
    if (roles.rowCount < 3)
      await client.query(`BEGIN; CREATE ROLE ${applicationRole} NOLOGIN; ${login('bangvang_owner')}
        ${throwAway ? 'CREATEDB' : ''}; ${login('bangvang_web')}; GRANT ${applicationRole} TO bangvang_web; COMMIT`)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${quote(database)} OWNER bangvang_owner`)
  })
}

/**
 * Makes sure, before migrating, that the server is new enough, that the owner may create tables and that the login
 * of the application has the application's role. What the owner may not do itself is told as the SQL to run.
 */
export async function checkServer(owner, webUrl) {
  const { rows } = await owner.query(`SELECT current_setting('server_version_num')::int / 10000 AS version,
    current_database() AS database, session_user AS login,
    has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE') AS may_create`)
  const [{ version, database, login, may_create }] = rows
  if (version < 15)
    throw new Stop(`Cần PostgreSQL 15 trở lên, đây là ${version}`, `PostgreSQL 15 or newer is needed`)

  const webLogin = await withClient(webUrl, async (web) => {
    const answer = await web.query('SELECT session_user AS login')
    return answer.rows[0].login
  })
  const refused = []
  if (!may_create) refused.push(`ALTER DATABASE ${quote(database)} OWNER TO ${quote(login)};`)
  const role = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [applicationRole])
  if (role.rowCount === 0) refused.push(...(await tried(owner, `CREATE ROLE ${applicationRole} NOLOGIN;`)))
  if (!(await isMember(owner, webLogin)))
    refused.push(...(await tried(owner, `GRANT ${applicationRole} TO ${quote(webLogin)};`)))
  if (refused.length > 0)
    throw new Stop(
      `${login} không có quyền: nhờ người quản trị PostgreSQL chạy các lệnh dưới đây rồi chạy lại`,
      `${login} lacks a right: have the administrator of that PostgreSQL run this in ${database}, then try again`,
      refused.join('\n'),
    )
}

async function isMember(owner, login) {
  const { rows } = await owner.query(
    'SELECT pg_has_role($1, oid, $2) AS is_member FROM pg_roles WHERE rolname = $3',
    [login, 'MEMBER', applicationRole],
  )
  return rows[0]?.is_member ?? false
}

/** Runs one statement; answers it back if this login may not. */
async function tried(owner, statement) {
  try {
    await owner.query(statement)
    return []
  } catch (error) {
    // Another instance, starting at the same moment, may have been first.
    if (error.code === '42710' || error.code === '23505') return []
    if (error.code === '42501' || error.code === '42704') return [statement]
    throw error
  }
}
