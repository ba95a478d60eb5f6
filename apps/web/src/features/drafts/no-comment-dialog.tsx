import { drafts } from '@bangvang/contract/drafts'
import { useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** "No comment": an answer to the consultation that counts. */
export function NoCommentDialog({ draftId, onClose }: { draftId: string; onClose: () => void }) {
  const t = useWords()
  const write = useWrite(drafts.noComment, ['seasons', 'tasks'])
  return (
    <Dialog title={t('draft-acts.people.noComment2')} onClose={onClose}>
      <p>{t('draft-acts.people.noCommentLead')}</p>
      <Refusal error={write.error} />
      <div className="acts">
        <Button
          kind="main"
          isBusy={write.isPending}
          onClick={() => write.mutate({ params: { draftId } }, { onSuccess: onClose })}
        >
          {t('draft-acts.people.noCommentAct')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
