/** Every sentence of the papers. What stands on all of them is fixed by Decree 30/2020, annex I; the rest is the cluster's. */
export const words = {
  nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  draft: 'DỰ THẢO',
  basis: 'Căn cứ',
  appendix: 'Phụ lục',
  place: 'STT',
  code: 'Mã',
  unit: 'Đơn vị',
  criterion: 'Tiêu chí',
  maxPoints: 'Điểm tối đa',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  scored: 'Tổng điểm tiêu chí',
  total: 'Tổng điểm',
  note: 'Ghi chú',
  difference: 'Chênh lệch',
  reason: 'Lý do',
  none: '-',
  draftRanking: 'Số liệu chưa chốt, còn có thể thay đổi.',
  frozen: (day: string, sha256: string) =>
    `Kết quả đã chốt ngày ${day}. Mã SHA-256 của bộ dữ liệu xếp hạng: ${sha256}.`,
} as const

export const selfScoringWords = {
  name: 'Bảng tự chấm điểm',
  subject: (unit: string, cluster: string, year: number) =>
    `Kết quả thực hiện các tiêu chí thi đua năm ${year} của ${unit} (${cluster})`,
  sheet: 'Tự chấm điểm',
  target: 'Kế hoạch, tổng số',
  actual: 'Kết quả thực hiện',
  rate: 'Tỷ lệ, kết quả tính điểm',
  points: 'Điểm tự chấm',
  evidence: 'Tài liệu minh chứng, ghi chú',
  files: (names: string) => `Minh chứng: ${names}`,
  missing: 'Chưa báo cáo',
  notApplicable: 'Không được giao chỉ tiêu',
  nothingChecked: 'Không có nội dung nào',
  signedOff: (by: string, day: string) => `Bản tự chấm đã được ${by} duyệt gửi ngày ${day}.`,
  notSignedOff: 'Bản tự chấm chưa được lãnh đạo đơn vị duyệt gửi.',
  late: 'Bản tự chấm gửi sau thời hạn.',
} as const

export const summaryWords = {
  name: 'Bảng tổng hợp điểm',
  subject: (cluster: string, year: number) => `Thi đua năm ${year} của ${cluster}`,
  sheet: 'Tổng hợp điểm',
  rank: 'Xếp hạng',
  grade: 'Xếp loại',
  section: (code: string, title: string) => `${code}. ${title}`,
  most: (points: string) => `(tối đa ${points})`,
  unranked: 'Không xếp hạng',
  notAwardable: 'Không xét khen thưởng',
  onHold: 'Tạm dừng xét',
  tiedWith: (units: string) => `Đồng hạng với ${units}`,
  gates: (titles: string) => `Áp dụng: ${titles}`,
} as const

export const comparisonWords = {
  name: 'Bảng so sánh điểm',
  subject: (cluster: string, year: number) =>
    `Điểm tự chấm và điểm sau thẩm định năm ${year} của ${cluster}, kèm lý do`,
  totals: 'Tổng điểm qua các bước',
  sheet: 'Chênh lệch theo tiêu chí',
  unchanged: 'Không có tiêu chí nào thay đổi điểm.',
  withBonus: (points: string, bonus: string) => `${points} + ${bonus}`,
  by: (name: string, day: string) => `(${name}, ${day})`,
} as const

export const minutesWords = {
  name: 'Biên bản',
  secretary: 'Thư ký',
  chair: 'Chủ tọa',
  addendum: (number: number, day: string) => `Phụ lục đính chính số ${number} (${day})`,
  addendumReason: (reason: string) => `Lý do: ${reason}`,
  signedOn: (day: string) => `(Đã ký ngày ${day})`,
  signed: (hash: string) => `Mã SHA-256 của nội dung biên bản: ${hash}.`,
} as const

export const pactWords = {
  name: 'Giao ước thi đua',
  subject: (cluster: string, year: number) => `Năm ${year} của ${cluster}`,
  signedAt: (day: string, place: string) =>
    `Hôm nay, ${day}, tại ${place}, các đơn vị thành viên cùng thống nhất ký kết giao ước thi đua với các nội dung sau:`,
  targets: (appendix: string) =>
    `Phấn đấu hoàn thành và hoàn thành vượt mức các chỉ tiêu đã đăng ký tại ${appendix}.`,
  movements: 'Tổ chức các phong trào thi đua đã đăng ký:',
  keep: 'Thực hiện đúng quy chế hoạt động của Cụm; tự chấm điểm trung thực, đầy đủ tài liệu minh chứng, đúng thời hạn.',
  share: 'Trao đổi kinh nghiệm, giúp nhau cùng tiến bộ; phát hiện, nhân rộng điển hình tiên tiến.',
  closing: 'Các đơn vị cam kết thực hiện nghiêm túc bản giao ước này./.',
  appendixTitle: (year: number) => `Chỉ tiêu thi đua đăng ký năm ${year}`,
  sheet: 'Chỉ tiêu đăng ký',
  measure: 'Đơn vị tính',
  target: 'Chỉ tiêu',
  signs: 'Đại diện',
  notSigned: 'Chưa ký',
  signedOn: (day: string) => `Đã ký ngày ${day}`,
} as const

export const letterWords = {
  name: 'Tờ trình',
  subject: (award: string, year: number) => `Về việc đề nghị tặng ${award} năm ${year}`,
  severalAwards: 'thưởng',
  result: (cluster: string, year: number) =>
    `Thực hiện công tác thi đua, khen thưởng năm ${year}, ${cluster} đã tổ chức tự chấm điểm, thẩm định, xếp hạng và bình xét theo quy định. Trên cơ sở kết quả xếp hạng và biểu quyết của các đơn vị thành viên, Cụm thi đua trình xem xét, tặng thưởng cho các đơn vị sau:`,
  sheet: 'Đề nghị khen thưởng',
  award: 'Hình thức đề nghị',
  rank: 'Xếp hạng',
  votes: 'Kết quả biểu quyết',
  votesOf: (votes: number, of: number, share: string) => `${votes} trên ${of} phiếu (${share}\u00A0%)`,
  addressees: ['Ban Thi đua - Khen thưởng Trung ương'],
  closing: (addressee: string) => `Kính đề nghị ${addressee} xem xét, quyết định./.`,
} as const

export const noticeWords = {
  name: 'Thông báo',
  subject: (who: string, meeting: string) => `Kết luận của ${who} tại ${meeting}`,
  opening: (when: string, cluster: string, meeting: string) => `${when}, ${cluster} tổ chức ${meeting}.`,
  when: (day: string, place: string) => `Ngày ${day}, tại ${place}`,
  attended: (attendance: string) => `Thành phần dự họp: ${attendance}.`,
  concluded: (who: string) => `Sau khi nghe báo cáo và ý kiến của các đại biểu, ${who} kết luận như sau:`,
  tasks: 'Giao nhiệm vụ',
  sheet: 'Nhiệm vụ',
  task: 'Nội dung',
  owner: 'Đơn vị thực hiện',
  due: 'Thời hạn',
  closing: (body: string) => `${body} thông báo để các đơn vị thành viên biết, thực hiện./.`,
} as const

export const commentWords = {
  name: 'Bảng tổng hợp, tiếp thu, giải trình',
  subject: (draft: string) => `Ý kiến góp ý đối với ${draft}`,
  sheet: 'Tiếp thu, giải trình',
  asked: (asked: number, answered: number, silent: number) =>
    `Số đơn vị, cá nhân được lấy ý kiến: ${asked}; đã trả lời: ${answered}${silent > 0 ? ` (trong đó không có ý kiến: ${silent})` : ''}.`,
  all: (count: number) => `Tổng số góp ý: ${count};`,
  counts: (accepted: number, inPart: number, declined: number) =>
    `tiếp thu: ${accepted}; tiếp thu một phần: ${inPart}; giải trình, giữ nguyên: ${declined}.`,
  open: (count: number) => `Chưa trả lời: ${count}.`,
  anchor: 'Nội dung dự thảo',
  by: 'Đơn vị, cá nhân góp ý',
  comment: 'Nội dung góp ý',
  answer: 'Tiếp thu, giải trình',
  quoted: (text: string) => `“${text}”`,
  suggests: (text: string) => `Đề nghị viết: “${text}”`,
  removes: 'Đề nghị bỏ.',
  whole: 'Toàn bộ dự thảo',
  gone: 'Phần không còn trong dự thảo',
  late: '(gửi sau thời hạn)',
  unanswered: 'Chưa trả lời',
  kinds: { accepted: 'Tiếp thu', acceptedInPart: 'Tiếp thu một phần', declined: 'Giải trình, giữ nguyên' },
  noComments: 'Không có góp ý nào.',
} as const

export const citationWords = {
  chapter: 'Chương',
  article: 'Điều',
  clause: 'khoản',
  point: 'điểm',
  criterion: 'Tiêu chí',
  criteriaPart: 'Phần',
} as const

/** How the cluster issues its papers, unless it says otherwise. */
export const issueWords = {
  authority: ['TM. Cụm thi đua', 'Cụm trưởng'],
  recipients: (cluster: string) => [
    'Ban Thi đua - Khen thưởng Trung ương (báo cáo);',
    `Các đơn vị thành viên ${cluster};`,
    'Lưu: VT, thư ký Cụm.',
  ],
  unitRecipients: ['Cụm trưởng Cụm thi đua;', 'Lưu: VT.'],
  unitAuthority: 'Lãnh đạo đơn vị',
  peoplesCommittee: 'Ủy ban nhân dân',
  kinds: { province: 'tỉnh', city: 'thành phố' },
} as const

export const draftWords = {
  kinds: {
    criteria: 'Bộ tiêu chí',
    regulation: 'Quy chế',
    plan: 'Kế hoạch',
    pact: 'Giao ước',
    minutes: 'Biên bản',
    ranking: 'Bảng xếp hạng',
  },
  draftOf: (kind: string, subject: string) => `dự thảo ${kind} ${subject}`,
  reviewer: 'Ban Thi đua - Khen thưởng Trung ương',
} as const

export const layerWords = { self: 'Tự chấm', appraised: 'Sau thẩm định', final: 'Điểm chốt' } as const

export const meetingWords = {
  attended: (there: number, all: number) => `đại biểu của ${there} trên ${all} đơn vị thành viên`,
  authorized: (count: number) => `trong đó ${count} đơn vị cử người dự thay theo ủy quyền`,
  online: 'cuộc họp trực tuyến',
  general: 'Kết luận chung',
} as const
