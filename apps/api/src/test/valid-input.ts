import type { api } from '@bangvang/contract/api'
import type { Endpoint, Input } from '@bangvang/contract/endpoint'
import { type AwardKind, standardAwards } from '@bangvang/core/awards/award-kind'
import { criteriaInputs } from './criteria-input.ts'
import type { MeetingThings } from './made-meeting.ts'
import { meetingInputs } from './meeting-inputs.ts'
import { smallCriteria } from './small-criteria.ts'

type Rooms = typeof api
/** An input for every endpoint there is; a new endpoint does not compile until it has one here. */
export type ValidInputs = {
  [Room in keyof Rooms]: {
    [Verb in keyof Rooms[Room]]: Rooms[Room][Verb] extends infer E extends Endpoint ? Input<E> : never
  }
}

/** What an input is about. */
export type Things = MeetingThings & {
  seasonId: string
  unitId: string
  secondUnitId: string
  clusterId: string
  personId: string
  mandateId: string
  evidenceId: string
  commentId: string
  draftId: string
  lawId: string
  /** A suggestion on a part of the draft. */
  suggestionId: string
  /** A newer version of the season's criteria, and a correction of them. */
  versionId: string
  correctionId: string
}

/** For every endpoint an input that matches its schema and names these things. */
export function validInputs(things: Things): ValidInputs {
  return { ...installationInputs(things), ...seasonInputs(things) }
}

/** The same by an endpoint's name, as in `assessments.signOff`. */
export function validInput(
  things: Things,
  name: string,
): { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown } {
  const [room = '', verb = ''] = name.split('.')
  const rooms = validInputs(things) as unknown as Record<string, Record<string, object>>
  return rooms[room]?.[verb] ?? {}
}

function installationInputs(things: Things) {
  const { personId, mandateId, seasonId, unitId, clusterId } = things
  const person = { email: `${crypto.randomUUID()}@example.vn`, name: 'Lê Thị Hà' }
  const span = { startsOn: '2020-01-01', endsOn: null }
  const code = `N${crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`
  return {
    session: {
      show: {},
      signIn: { body: { email: person.email, password: 'không có ai' } },
      signOut: {},
      signOutEverywhere: {},
      changePassword: { body: { present: 'mật khẩu sai', next: 'bốn mùa hoa sen Đồng Tháp' } },
      actUnder: { body: { mandateId } },
      chooseLocale: { body: { locale: 'en' } },
    },
    people: {
      list: {},
      create: { body: person },
      change: { params: { personId }, body: { ...person, isActive: true } },
      resetPassword: { params: { personId } },
      grant: {
        params: { personId },
        body: { ...span, role: 'secretary', seasonId, unitId, substituteForId: null, paperNumber: null },
      },
      endMandate: { params: { mandateId }, body: { endsOn: '2030-12-31' } },
    },
    units: {
      list: {},
      create: {
        body: { id: code, stateCode: '22', name: 'Tỉnh mới', kind: 'province', validFrom: '2020-01-01' },
      },
      end: { params: { unitId }, body: { validTo: '2030-06-30', successorId: null } },
      listClusters: {},
      createCluster: { body: { id: code, name: { vi: 'Cụm mới', en: 'New cluster' } } },
      setMembers: { params: { clusterId, year: 2031 }, body: { unitIds: [unitId] } },
    },
  } satisfies Partial<ValidInputs>
}

function seasonInputs(things: Things) {
  const { seasonId, unitId, secondUnitId, clusterId } = things
  const season = { seasonId }
  const officers = { chairUnitId: unitId, viceChairUnitId: secondUnitId }
  const cell = { seasonId, unitId: secondUnitId, criterionCode: 'TD01' }
  return {
    seasons: {
      list: {},
      show: { params: season },
      create: { body: { clusterId, year: 2032, ...officers } },
      setOfficers: { params: season, body: officers },
      movePhase: { params: season, body: { to: 'archived' } },
      setDeadline: {
        params: season,
        body: { kind: 'assessment', unitId: null, at: '2020-12-25T10:00:00.000Z', reason: 'Bão số 9' },
      },
      adoptCriteria: {
        params: season,
        body: { document: smallCriteria, legalBasis: 'Quy chế Cụm', adoptedOn: '2020-02-14' },
      },
      criteria: { params: season },
    },
    criteria: criteriaInputs(things),
    pacts: pactInputs(things),
    awards: awardInputs(things),
    handover: { download: { params: season } },
    papers: paperInputs(things),
    assessments: assessmentInputs(things),
    appraisals: {
      board: { params: season },
      cell: { params: cell },
      decide: { params: cell, body: { decision: { kind: 'kept' }, reason: 'Đúng hồ sơ', seen: 0 } },
      gates: { params: season },
      decideGate: {
        params: { seasonId, unitId: secondUnitId, gateCode: 'D01' },
        body: { applies: true, reason: 'Theo biên bản', seen: 0 },
      },
    },
    rankings: {
      show: { params: season },
      finalize: { params: season, body: { revision: 0 } },
      bundle: { params: season },
      listPublic: {},
      showPublic: { params: season },
    },
    drafts: draftInputs(things),
    laws: lawInputs(things),
    notices: { tasks: {} },
    ...meetingInputs(things),
    events: { stream: { query: { seasonId, follow: 'false' } } },
    audit: { search: { query: { chain: seasonId } }, health: {} },
  } satisfies Partial<ValidInputs>
}

function paperInputs({ seasonId }: Things) {
  const season = { seasonId }
  const kind = { ...season, kind: 'points-summary' as const }
  const paper = { paperId: crypto.randomUUID() }
  const file = { ...paper, format: 'pdf' as const }
  const signer = { name: 'Trần Văn Minh', title: 'Chủ tịch UBND tỉnh' }
  const issue = {
    about: {},
    place: 'Quảng Ninh',
    day: '2021-01-20',
    signer,
    recipients: ['Lưu: VT.'],
    seen: 0,
  }
  return {
    list: { params: season },
    make: { params: kind, query: { format: 'docx' } },
    issue: { params: kind, body: issue },
    file: { params: file },
    publish: { params: paper },
    unpublish: { params: paper, body: { reason: 'Có sai sót' } },
    listPublic: { query: {} },
    publicFile: { params: file },
  } satisfies ValidInputs['papers']
}

function awardInputs({ seasonId, unitId }: Things) {
  const season = { seasonId }
  const kind = { seasonId, kindCode: 'CO' }
  const proposal = { seasonId, proposalId: crypto.randomUUID() }
  const { code: _code, ...settings } = standardAwards[0] as AwardKind
  return {
    show: { params: season },
    saveKind: { params: kind, body: { ...settings, version: 0 } },
    removeKind: { params: kind, query: { version: 1 } },
    propose: { params: season, body: { kindCode: 'CO', unitId, reason: '', revision: 0 } },
    linkBallot: { params: proposal, body: { ballotId: crypto.randomUUID() } },
    withdraw: { params: proposal, body: { reason: 'Đơn vị xin rút' } },
    decide: { params: proposal, body: { passed: true, note: 'Biên bản số 12' } },
    showPublic: { params: season },
  } satisfies ValidInputs['awards']
}

function pactInputs({ seasonId, unitId }: Things) {
  const params = { seasonId, unitId }
  const target = { ...params, criterionCode: 'KT01' }
  const movement = { ...params, movementId: crypto.randomUUID() }
  const change = { target: '8.5', note: 'Nghị quyết HĐND', version: 0 }
  return {
    show: { params: { seasonId } },
    saveTarget: { params: target, body: change },
    saveTargets: { params, body: { targets: [{ ...change, criterionCode: 'KT01' }] } },
    saveMovement: { params: movement, body: { title: 'Chung sức', content: '', version: 0 } },
    removeMovement: { params: movement, query: { version: 1 } },
    sign: { params, body: { revision: 0 } },
    reopen: { params, body: { reason: 'Bổ sung chỉ tiêu' } },
    close: { params: { seasonId }, body: { without: [] } },
    explainChange: { params: target, body: { target: '8', reason: 'Dự toán điều chỉnh', seen: 0 } },
  } satisfies ValidInputs['pacts']
}

function lawInputs({ lawId }: Things) {
  const params = { lawId }
  const query = { version: 1 }
  const body = {
    kind: 'decree',
    number: `${crypto.randomUUID()}/NĐ-CP`,
    title: { vi: 'Thi đua, khen thưởng', en: '' },
    issuer: 'Chính phủ',
    issuedOn: '2023-12-31',
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    replaces: [{ lawId, isInPart: true, note: 'Điều 30' }],
    link: 'https://vanban.example/98',
    note: '',
    uncertainty: '',
  } as const
  return {
    list: {},
    create: { body: { ...body, replaces: [...body.replaces] } },
    change: { params, body: { ...body, replaces: [], version: 1 } },
    putFile: { params, query, body: new Blob(['%PDF-1.4\n%%EOF\n']) },
    removeFile: { params, query },
    file: { params, query: {} },
  } satisfies ValidInputs['laws']
}

function assessmentInputs({ seasonId, unitId, evidenceId }: Things) {
  const params = { seasonId, unitId }
  const change = { answer: { option: 'yes' }, note: '', version: 0 }
  return {
    list: { params: { seasonId } },
    show: { params },
    saveAnswer: { params: { ...params, criterionCode: 'TD01' }, body: change },
    saveAnswers: { params, body: { answers: [{ ...change, criterionCode: 'TD01' }] } },
    sendForSignOff: { params },
    takeBack: { params, body: { reason: 'Bổ sung số liệu' } },
    signOff: { params },
    return: { params, body: { reason: 'Thiếu minh chứng' } },
    sheet: { params, query: { language: 'vi' } },
    previewSheet: { params, body: new Blob(['no workbook']) },
    upload: { params, query: {}, body: new Blob(['%PDF-1.4\n%%EOF\n']) },
    linkEvidence: { params: { ...params, evidenceId }, body: { criterionCodes: ['KT01'] } },
    removeEvidence: { params: { ...params, evidenceId } },
    evidence: { params: { evidenceId }, query: {} },
  } satisfies ValidInputs['assessments']
}

function draftInputs({ seasonId, unitId, mandateId, commentId, draftId, suggestionId }: Things) {
  const params = { draftId }
  const node = { draftId, nodeId: 'D1' }
  const part = {
    id: 'D9',
    parentId: null,
    position: 'z',
    kind: 'article',
    content: { text: 'Hiệu lực.' },
  } as const
  const body = 'Đề nghị rà soát.'
  return {
    comments: { params: { seasonId } },
    comment: { params: { seasonId }, body: { anchor: unitId, body } },
    answer: { params: { commentId }, body: { kind: 'accepted', body: 'Tiếp thu.' } },
    list: { params: { seasonId } },
    desk: {},
    create: {
      params: { seasonId },
      body: { kind: 'regulation', year: 2021, title: 'Quy chế', nodes: [part] },
    },
    openRanking: { params: { seasonId }, body: { title: 'Dự thảo xếp hạng' } },
    show: { params },
    look: { params, body: { revision: 1, nodeId: 'D1' } },
    changes: { params, query: { after: 0 } },
    version: { params: { draftId, number: 1 } },
    rename: { params, body: { title: 'Quy chế', legalBasis: 'Luật 06/2022/QH15', basisIds: [] } },
    addNodes: { params, body: { nodes: [part] } },
    saveNode: { params: node, body: { content: { text: 'Phạm vi.' }, version: 1 } },
    moveNode: { params: node, body: { parentId: null, position: 'y', version: 1 } },
    removeNode: { params: node, query: { version: 1 } },
    undo: { params, body: { revision: 2 } },
    readWord: { query: {}, body: new Blob(['no document']) },
    sendOut: { params, body: { deadline: '2020-12-25T10:00:00.000Z', message: '', mandateIds: [mandateId] } },
    askable: { params },
    noComment: { params },
    listComments: { params },
    commentOn: {
      params,
      body: { anchor: { nodeId: 'D1', field: null, quote: null }, body, replacement: null, mentions: [] },
    },
    reply: { params: { commentId }, body: { body, mentions: [] } },
    resolve: { params: { commentId }, body: { isResolved: true } },
    apply: {
      params: { commentId: suggestionId },
      body: { kind: 'accepted', body: 'Tiếp thu.', replacement: null },
    },
    adopt: {
      params,
      body: { revision: 1, number: '01/QC-CTĐ', adoptedOn: '2020-12-20', legalBasis: 'Luật 06/2022/QH15' },
    },
  } satisfies ValidInputs['drafts']
}
