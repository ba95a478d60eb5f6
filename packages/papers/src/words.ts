/** What stands on every paper, fixed by Decree 30/2020, annex I. */
export const words = {
  nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  draft: 'DỰ THẢO',
} as const
