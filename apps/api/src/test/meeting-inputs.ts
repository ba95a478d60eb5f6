import { questionOf } from '@bangvang/core/ballots/presets'
import type { Things, ValidInputs } from './valid-input.ts'

/** Inputs for the rooms of meetings, what goes on in them, and votes. */
export function meetingInputs(
  things: Things,
): Pick<ValidInputs, 'meetings' | 'proceedings' | 'minutes' | 'ballots'> {
  return {
    meetings: plannedInputs(things),
    proceedings: proceedingInputs(things),
    minutes: minutesInputs(things),
    ballots: ballotInputs(things),
  }
}

function plannedInputs(things: Things): ValidInputs['meetings'] {
  const { seasonId, unitId, mandateId, meetingId, itemId, meetingFileId } = things
  const { chairMandateId, secretaryMandateId } = things
  const params = { meetingId }
  const item = { meetingId, itemId }
  const file = { meetingId, fileId: meetingFileId }
  const facts = {
    title: 'Họp trù bị',
    startsAt: '2021-01-17T01:00:00.000Z',
    endsAt: '2021-01-17T04:30:00.000Z',
    place: 'Hạ Long',
    onlineLink: 'https://hop.example/1',
    chairMandateId,
    secretaryMandateId,
    quorumRule: { share: '2/3', test: 'atLeast' as const, legalBasis: 'Quy chế Cụm' },
  }
  const paper = { kind: 'link' as const, ref: 'https://vanban.example', title: 'Dự thảo' }
  const entry = { title: 'Thảo luận', kind: 'discussion' as const, minutes: 20, papers: [paper] }
  const person = { name: 'Trần Văn Minh', title: 'Phó Chủ tịch' }
  const authorization = { ...person, paperNumber: '12/GUQ', fileId: null }
  return {
    list: { query: { seasonId } },
    copyable: { query: { seasonId } },
    invitable: { query: { seasonId } },
    create: { body: { ...facts, seasonId, kind: 'midYear', agenda: { from: 'template' } } },
    show: { params },
    change: { params, body: { ...facts, version: 1 } },
    remove: { params },
    addItem: { params, body: entry },
    changeItem: { params: item, body: { ...entry, version: 1 } },
    moveItem: { params: item, body: { position: 1 } },
    removeItem: { params: item },
    invite: { params, body: { mandateIds: [mandateId], version: 1 } },
    setGuests: {
      params,
      body: {
        guests: [{ name: 'Lê Thị Hà', organisation: 'Ban', kind: 'guest', isPresent: true }],
        version: 1,
      },
    },
    calendar: { params },
    upload: { params, body: new Blob(['%PDF-1.4\n%%EOF\n']) },
    file: { params: file, query: {} },
    removeFile: { params: file },
    attend: {
      params: { meetingId, unitId },
      body: { attended: { state: 'authorized', people: [person], authorization }, version: 0 },
    },
    start: { params },
    end: { params },
  }
}

function proceedingInputs(things: Things): ValidInputs['proceedings'] {
  const { unitId, meetingId, itemId, speechId, contributionId, taskId } = things
  const params = { meetingId }
  const speaker = { name: 'Lê Thị Hà', unitId }
  const task = { itemId, title: 'Gửi hồ sơ', ownerUnitId: unitId, ownerName: '', dueOn: '2021-01-31' }
  return {
    show: { params },
    projector: { params },
    setCurrent: { params, body: { itemId } },
    askToSpeak: { params, body: { speaker: null } },
    callSpeaker: { params: { meetingId, speechId }, body: { minutes: 5 } },
    endSpeech: { params: { meetingId, speechId } },
    contribute: { params, body: { itemId, kind: 'comment', body: 'Đồng ý.', speaker } },
    changeContribution: { params: { meetingId, contributionId }, body: { body: 'Nhất trí.', version: 1 } },
    addTask: { params, body: task },
    changeTask: { params: { meetingId, taskId }, body: { ...task, isDone: true, version: 1 } },
  }
}

function ballotInputs({ unitId, secondUnitId, meetingId, itemId, ballotId }: Things): ValidInputs['ballots'] {
  const params = { ballotId }
  const asked = {
    title: 'Bầu Cụm trưởng',
    preset: 'election',
    legalBasis: 'Quy chế Cụm',
    showsVotes: false,
    question: questionOf('election', ['Hải Dương', 'Bắc Ninh']),
  }
  const opinion = { unitId: secondUnitId, choice: 'yes' as const, paperNumber: '15/UBND', fileId: null }
  return {
    list: { query: { meetingId } },
    show: { params },
    prepare: { body: { ...asked, meetingId, itemId } },
    change: { params, body: { ...asked, version: 1 } },
    remove: { params },
    open: { params, body: { minutes: 2 } },
    extend: { params, body: { minutes: 1 } },
    cast: { params, body: { round: 1, choice: 'yes' } },
    enter: { params, body: { round: 1, votes: [{ unitId, choice: 'no' }] } },
    enterOpinion: { params, body: { round: 1, ...opinion } },
    close: { params, body: { round: 1 } },
    nextRound: { params, body: { round: 1 } },
    decide: { params, body: { options: ['Hải Dương'], reason: 'Theo quy chế' } },
    cancel: { params, body: { reason: 'Hỏi nhầm' } },
  }
}

function minutesInputs({ meetingId, paragraphId, ballotId }: Things): ValidInputs['minutes'] {
  const params = { meetingId }
  const paragraph = { meetingId, paragraphId }
  const words = { kind: 'paragraph' as const, text: 'Cuộc họp bắt đầu lúc 8 giờ.' }
  return {
    show: { params },
    write: { params },
    addParagraph: { params, body: { ...words, afterId: paragraphId } },
    saveParagraph: { params: paragraph, body: { ...words, version: 1 } },
    removeParagraph: { params: paragraph, query: { version: 1 } },
    sendOut: { params },
    approve: { params, body: { revision: 1, ballotId } },
    sign: { params, body: { addendum: 0, sha256: '0'.repeat(64) } },
    uploadSigned: { params, body: new Blob(['%PDF-1.4\n%%EOF\n']) },
    addAddendum: { params, body: { text: 'Bảy đơn vị có mặt.', reason: 'Ghi nhầm' } },
  }
}
