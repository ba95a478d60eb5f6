import { criteria } from '@bangvang/contract/criteria'
import type { DraftView } from '@bangvang/contract/drafts'
import { type Actor, actsAs } from '@bangvang/core/people/actor'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useActor } from '../../lib/actor.tsx'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { AdoptDialog } from './adopt-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { NoCommentDialog } from './no-comment-dialog.tsx'
import { paperAddress } from './paper-address.ts'
import { PeopleDialog } from './people-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { SendOutDialog } from './send-out-dialog.tsx'

export type DialogName = 'keys' | 'people' | 'noComment' | 'sendOut' | 'adopt' | 'rename'
export type View = 'compare' | 'table'

type Act = {
  words: WordKey
  params?: { n: number }
  dialog?: DialogName
  view?: View
  href?: string
  isFile?: boolean
}

const isText = ({ kind }: DraftView) => kind === 'regulation' || kind === 'plan' || kind === 'pact'

/** What else there is of a draft: the editor and the impact of criteria, the text as a file. */
function elsewhere(draft: DraftView, actor: Actor | null): Act[] {
  const { may, kind, id, seasonId } = draft
  const base = `/seasons/${seasonId}/drafts/${id}`
  if (kind === 'criteria')
    return [
      ...(may.edit ? [{ words: 'draft-work.bar.editCriteria', href: `${base}/criteria` } as const] : []),
      ...(actsAs(actor, ...criteria.impact.access)
        ? [{ words: 'draft-work.bar.impact', href: `${base}/impact` } as const]
        : []),
    ]
  if (kind !== 'regulation' && kind !== 'plan') return []
  return (['docx', 'pdf'] as const).map((format) => ({
    words: `draft-work.bar.${format}`,
    href: paperAddress(draft, 'regulation', format),
    isFile: true,
  }))
}

/** What of the lesser acts there is for this reader of this draft. */
function actsOf(draft: DraftView, actor: Actor | null): Act[] {
  const { may, consultation, history, kind } = draft
  const waiting = consultation?.invitees.filter(({ state }) => state === 'waiting').length ?? 0
  return [
    ...(may.sendOut
      ? [{ words: `draft-work.bar.${consultation ? 'sendAgain' : 'sendOut'}`, dialog: 'sendOut' } as const]
      : []),
    ...(may.adopt && kind !== 'minutes' ? [{ words: 'draft-work.bar.adopt', dialog: 'adopt' } as const] : []),
    ...(may.edit && isText(draft) ? [{ words: 'draft-work.bar.rename', dialog: 'rename' } as const] : []),
    ...(consultation === null
      ? []
      : [
          {
            words: waiting > 0 ? 'draft-work.bar.people' : 'draft-work.bar.peopleDone',
            params: { n: waiting },
            dialog: 'people',
          } as const,
        ]),
    ...(history.length > 0 ? [{ words: 'draft-work.bar.compare', view: 'compare' } as const] : []),
    { words: 'draft-work.bar.table', view: 'table' },
    ...elsewhere(draft, actor),
    { words: 'draft-work.bar.keys', dialog: 'keys' },
  ]
}

type DialogProps = {
  name: DialogName
  draft: DraftView
  onClose: () => void
  onNode: (nodeId: string) => void
}

/** The dialog of that name; each asks for what its act needs. */
export function DraftDialog({ name, draft, onClose, onNode }: DialogProps): ReactNode {
  switch (name) {
    case 'keys':
      return <KeysDialog isEditor={draft.may.edit && isText(draft)} onClose={onClose} />
    case 'people':
      return <PeopleDialog draft={draft} onClose={onClose} />
    case 'noComment':
      return <NoCommentDialog draftId={draft.id} onClose={onClose} />
    case 'sendOut':
      return <SendOutDialog draft={draft} onClose={onClose} />
    case 'adopt':
      return <AdoptDialog draft={draft} onClose={onClose} onNode={onNode} />
    case 'rename':
      return <RenameDialog draft={draft} onClose={onClose} />
  }
}

function ActLink({ act: { words, params, href, isFile }, onPress }: { act: Act; onPress: () => void }) {
  const t = useWords()
  if (href === undefined)
    return (
      <button type="button" onClick={onPress}>
        {t(words, params)}
      </button>
    )
  if (isFile)
    return (
      <a href={href} download>
        {t(words)}
      </a>
    )
  return <Link href={href}>{t(words)}</Link>
}

type Props = {
  draft: DraftView
  isEditing: boolean
  onEdit: (isEditing: boolean) => void
  onComment: () => void
  onDialog: (name: DialogName) => void
  onView: (view: View) => void
}

/** The acts on a draft: the main one of each role as a button, the others behind one. */
export function BarActs({ draft, isEditing, onEdit, onComment, onDialog, onView }: Props) {
  const t = useWords()
  const actor = useActor()
  const { may, asked } = draft
  const press = ({ dialog, view }: Act, close: () => void) => {
    close()
    if (dialog !== undefined) onDialog(dialog)
    if (view !== undefined) onView(view)
  }
  return (
    <>
      {may.edit && isText(draft) ? (
        <Button kind={isEditing ? 'main' : 'plain'} onClick={() => onEdit(!isEditing)}>
          {t(isEditing ? 'draft-work.bar.stopEdit' : 'draft-work.bar.edit')}
        </Button>
      ) : null}
      {may.comment ? (
        <>
          {asked === 'waiting' ? (
            <Button onClick={() => onDialog('noComment')}>{t('draft-work.bar.noComment')}</Button>
          ) : null}
          <Button kind={may.edit ? 'plain' : 'main'} onClick={onComment}>
            {t('draft-work.bar.comment')}
          </Button>
        </>
      ) : null}
      <Popover
        className="bar-menu"
        buttonClass="btn"
        button={
          <>
            <Icon of={Ellipsis} /> {t('draft-work.bar.more')}
          </>
        }
      >
        {(close) => (
          <ul className="menu-list">
            {actsOf(draft, actor).map((act) => (
              <li key={act.words}>
                <ActLink act={act} onPress={() => press(act, close)} />
              </li>
            ))}
          </ul>
        )}
      </Popover>
    </>
  )
}
