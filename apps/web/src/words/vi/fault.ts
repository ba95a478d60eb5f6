export const words = {
  too_small: 'Chưa nhập, hoặc ngắn quá mức.',
  too_big: 'Dài quá mức cho phép.',
  invalid_format: 'Chưa đúng dạng.',
  invalid_type: 'Chưa nhập, hoặc chưa đúng loại.',
  invalid_value: 'Không có trong các giá trị được chọn.',
  invalid_union: 'Chưa đúng dạng.',
  unrecognized_keys: 'Có nội dung thừa.',
  invalid_key: 'Có nội dung thừa.',
  invalid_element: 'Một mục chưa đúng.',
  not_multiple_of: 'Số chưa đúng bước.',
  custom: 'Chưa đúng.',
} as const
