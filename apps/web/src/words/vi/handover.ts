export const words = {
  title: 'Bàn giao',
  about:
    'Một tệp zip: bảng xếp hạng đã chốt, nhật ký của năm, văn bản đã phát hành, biên bản, giao ước, khen thưởng, danh mục minh chứng kèm mã băm. Kiểm tra bằng lệnh bangvang verify.',
  download: 'Tải tệp bàn giao',
} as const
