import type { WordsLike } from '../../lib/words-shape.ts'
import type { words as vi } from '../vi/shell.ts'

export const words: WordsLike<typeof vi> = {
  close: 'Close',
  cancel: 'Do not do it',
  signIn: 'Sign in',
  skip: 'To the main content',
  loading: 'Loading',
  nav: {
    label: 'Main',
    tasks: 'My tasks',
    season: 'Season',
    assessments: 'Self-assessment',
    board: 'Score board',
    ranking: 'Ranking',
    journal: 'Journal',
    admin: 'Administration',
    menu: 'Open the menu',
  },
  season: {
    switch: 'Switch season',
    none: 'No season yet',
    pick: 'Season',
    unit: 'Cluster',
  },
  person: {
    menu: 'Account and mandate',
    actUnder: 'Acting as',
    otherMandates: 'Act under another mandate',
    noMandate: 'No mandate in force',
    account: 'Account, password',
    signOut: 'Sign out',
    language: 'Language',
    theme: 'Theme',
  },
  theme: {
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  language: {
    toOther: 'Switch to Vietnamese',
    vi: 'Tiếng Việt',
    en: 'English',
  },
  role: {
    delegate: 'Delegate',
    leader: 'Unit leader',
    chair: 'Chair',
    viceChair: 'Vice-chair',
    secretary: 'Secretary',
    appraiser: 'Appraiser',
    reviewer: 'Central committee',
    administrator: 'Administrator',
  },
  phase: {
    preparing: 'Preparing',
    open: 'Self-assessment',
    appraisal: 'Appraisal',
    deliberation: 'Deliberation',
    finalized: 'Published',
    archived: 'Archived, handed over',
  },
  admin: {
    people: 'People and mandates',
    units: 'Units',
    clusters: 'Clusters and members',
    seasons: 'Seasons',
  },
  lost: {
    title: 'The session has ended',
    body: 'This page and what is being typed are still here. Sign in again to go on.',
  },
  error: {
    home: 'To my tasks',
    quote: 'When reporting this, quote the code:',
    offline: {
      title: 'The server does not answer',
      body: 'Whatever was saved is safe on the server. Check the network and try again.',
      act: 'Try again',
    },
    signedOut: {
      title: 'The session has ended',
      body: 'This page is seen only after signing in. Sign in again and it opens here.',
      act: 'Open the page again',
    },
    notAllowed: {
      title: 'The mandate in use cannot open this page',
      body: 'With another mandate, switch at the top right. Mandates are given by the administrator.',
      act: 'Try again',
    },
    notFound: {
      title: 'There is no such page',
      body: 'The address is wrong, or what it shows is not within the mandate in use.',
      act: 'Try again',
    },
    refused: {
      title: 'That could not be done',
      body: 'The server refused it. Whatever was saved is safe.',
      act: 'Try again',
    },
    outdated: {
      title: 'There is a newer version of this page',
      body: 'A part of the page did not load. Reload to use the new version; whatever was saved is safe.',
      act: 'Reload the page',
    },
    broken: {
      title: 'This page is broken',
      body: 'The fault is ours. Whatever was saved is safe. Try again; if it stays, tell the administrator.',
      act: 'Try again',
    },
  },
}
