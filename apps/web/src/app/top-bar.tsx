import { ChevronsUpDown, Menu } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useActor, useSession } from '../lib/actor.tsx'
import { keep } from '../lib/device.ts'
import { useFormat } from '../lib/format.ts'
import { type SeasonEntry, useSeason } from '../lib/season.ts'
import { useWords } from '../lib/words.ts'
import { Icon } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Popover } from '../ui/popover.tsx'
import { isCurrent, navLinks } from './nav-links.ts'
import { PersonMenu, PersonPanel } from './person-menu.tsx'
import { ShellLanguage } from './shell-language.tsx'

function SeasonSwitch({ season }: { season: SeasonEntry }) {
  const { seasons } = useSession()
  const [path] = useLocation()
  const t = useWords()
  const format = useFormat()
  const addressIn = (id: string) =>
    path.startsWith(`/seasons/${season.id}`) ? path.replace(season.id, id) : `/seasons/${id}`
  return (
    <Popover
      className="season-switch"
      buttonClass="season"
      button={
        <>
          <span>{format.text(season.clusterName)}</span> <b>{season.year}</b>
          <Icon of={ChevronsUpDown} />
          <span className="vh">{t('shell.season.switch')}</span>
        </>
      }
    >
      {(close) => (
        <ul className="menu-list">
          {seasons.map(({ id, clusterName, year, phase }) => (
            <li key={id}>
              <Link
                href={addressIn(id)}
                aria-current={id === season.id}
                onClick={() => {
                  keep('season', id)
                  close()
                }}
              >
                <span>
                  {format.text(clusterName)} <b>{year}</b>
                </span>
                <small>{t(`shell.phase.${phase}`)}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}

function Links({ onFollow }: { onFollow?: () => void }) {
  const [path] = useLocation()
  const links = navLinks(useActor(), useSeason())
  const t = useWords()
  return links.map(({ href, words }) => (
    <Link
      key={href}
      href={href}
      aria-current={isCurrent(href, path) ? 'page' : undefined}
      {...(onFollow === undefined ? {} : { onClick: onFollow })}
    >
      {t(words)}
    </Link>
  ))
}

/** The top bar: where one is, the rooms, the language, the person and the mandate acted under. */
export function TopBar() {
  const t = useWords()
  const season = useSeason()
  return (
    <header className="top">
      <Link className="brand" href="/">
        <Mark />
        <span>Bảng Vàng</span>
      </Link>
      {season === null ? null : <SeasonSwitch season={season} />}
      <nav className="nav" aria-label={t('shell.nav.label')}>
        <Links />
      </nav>
      <div className="top-end">
        <ShellLanguage />
        <PersonMenu />
        <Popover
          className="phone-menu"
          buttonClass="tool menu"
          label={t('shell.nav.menu')}
          button={<Icon of={Menu} />}
        >
          {(close) => (
            <>
              <nav className="menu-list" aria-label={t('shell.nav.label')}>
                <Links onFollow={close} />
              </nav>
              <div className="phone-only">
                <PersonPanel onDone={close} />
              </div>
            </>
          )}
        </Popover>
      </div>
    </header>
  )
}
