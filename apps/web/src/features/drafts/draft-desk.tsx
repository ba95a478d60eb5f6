import { useMemo, useRef, useState } from 'react'
import { useWords } from '../../lib/words.ts'
import { BarActs, DraftDialog, type View } from './bar-acts.tsx'
import { DeskProvider, FloorProvider } from './desk-context.tsx'
import { DraftBar } from './draft-bar.tsx'
import { Margin } from './margin.tsx'
import { Outline } from './outline.tsx'
import { Paper } from './paper.tsx'
import { UnseenBar } from './unseen-bar.tsx'
import { placeInMargin } from './use-desk-model.ts'
import { type DeskFacts, type DeskWork, useDeskKeys, useDeskWork } from './use-desk-work.ts'
import { useDraftCache } from './use-draft-cache.ts'
import { goToPart } from './use-follow.ts'

type Props = DeskFacts & {
  onEdit: (isEditing: boolean) => void
  onView: (view: View) => void
}

/** Who else is here, at which part: in words for the bar, and by part for the text. */
function useOthers({ presence: { here }, model: { cite } }: DeskWork) {
  const t = useWords()
  return useMemo(() => {
    const byPart = new Map<string, string>()
    for (const { name, nodeId } of here)
      if (nodeId !== null) byPart.set(nodeId, [byPart.get(nodeId), name].filter(Boolean).join(', '))
    const names = here.map(({ name, nodeId }) =>
      nodeId === null ? name : t('draft-work.bar.hereAt', { name, place: cite(nodeId) }),
    )
    return { byPart, words: names.length === 0 ? '' : t('draft-work.bar.here', { names: names.join(', ') }) }
  }, [here, cite, t])
}

function Dialogs({ work, draft }: { work: DeskWork } & Pick<DeskFacts, 'draft'>) {
  const { dialog, setDialog } = work
  if (dialog === null) return null
  return (
    <DraftDialog
      name={dialog}
      draft={draft}
      onClose={() => setDialog(null)}
      onNode={(nodeId) => {
        setDialog(null)
        goToPart(nodeId)
      }}
    />
  )
}

/** A draft being read and commented on: outline, paper and margin (screens.md 6). */
export function DraftDesk(told: Props) {
  const cache = useDraftCache(told.draft.id)
  // A part just added is there in the very moment it is written over: no key that is typed on is lost.
  const props = { ...told, draft: cache.shown() ?? told.draft }
  const { draft, said, isEditing, onEdit, onView } = props
  const root = useRef<HTMLDivElement>(null)
  const work = useDeskWork(props, root)
  const onKeyDown = useDeskKeys(work, props)
  const others = useOthers(work)
  const [showsSeen, setShowsSeen] = useState(false)
  const { state, dispatch, model, unseen, filtering, setDialog } = work
  const compose = () =>
    dispatch({
      act: 'compose',
      composing: { anchor: work.anchor, kind: 'comment' },
    })
  return (
    <DeskProvider value={work.desk}>
      <FloorProvider value={work.floor}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are heard from whatever in it has the focus */}
        <div ref={root} onKeyDown={onKeyDown}>
          <DraftBar draft={draft} comments={said.items} here={others.words}>
            <BarActs
              draft={draft}
              isEditing={isEditing}
              onEdit={onEdit}
              onComment={compose}
              onDialog={setDialog}
              onView={onView}
            />
          </DraftBar>
          {draft.consultation && draft.consultation.message !== '' ? (
            <p className="draft-msg">{draft.consultation.message}</p>
          ) : null}
          <UnseenBar unseen={unseen} isShown={showsSeen} onShow={setShowsSeen} onNext={work.nextFresh} />
          <div className="desk">
            <Outline
              nodes={draft.nodes}
              labels={model.labels}
              marksOf={model.marksOf}
              orphans={model.orphans}
              aboutOf={model.aboutOf}
              currentId={work.currentId}
              onOpen={work.open}
            />
            <Paper {...props} work={work} showsSeen={showsSeen} others={others.byPart} />
            <Margin
              state={state}
              filtering={filtering}
              composerAt={
                state.composing === null
                  ? -1
                  : placeInMargin(filtering.shown, model, state.composing.anchor.nodeId)
              }
            />
          </div>
        </div>
        <Dialogs work={work} draft={draft} />
      </FloorProvider>
    </DeskProvider>
  )
}
