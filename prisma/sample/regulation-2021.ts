/** A clause: its words, and its points where it lists any. */
export type Clause = string | { text: string; points: readonly string[] }
export type Article = { title: string; clauses: readonly Clause[] }
export type Chapter = { title: string; articles: readonly Article[] }

/** A regulation of the cluster as one might draft it for 2021. Illustrative: not the one that was adopted. */
export const regulation2021: readonly Chapter[] = [
  {
    title: 'Quy định chung',
    articles: [
      {
        title: 'Phạm vi điều chỉnh và đối tượng áp dụng',
        clauses: [
          'Quy chế này quy định tổ chức, hoạt động của Cụm thi đua các tỉnh Đồng bằng sông Hồng (sau đây gọi là Cụm) năm 2021.',
          'Quy chế áp dụng với chín tỉnh thành viên, Cụm trưởng, Cụm phó, tổ thư ký và tổ thẩm định của Cụm.',
          'Văn bản này là dự thảo minh họa, không phải Quy chế đã ban hành.',
        ],
      },
      {
        title: 'Nguyên tắc hoạt động',
        clauses: [
          'Các tỉnh thành viên tham gia tự nguyện, bình đẳng, công khai, minh bạch.',
          'Mọi điểm số được tính theo Bộ tiêu chí của năm và ai cũng tính lại được.',
          'Quyết định của Cụm được thông qua khi quá nửa số thành viên biểu quyết tán thành, trừ việc bình xét khen thưởng quy định tại Chương IV.',
        ],
      },
      {
        title: 'Giải thích từ ngữ',
        clauses: [
          'Năm thi đua là thời gian từ khi ký giao ước đến khi công bố kết quả xếp hạng.',
          'Bản tự chấm là bảng điểm do từng tỉnh lập, có lãnh đạo tỉnh ký gửi, kèm tài liệu minh chứng.',
          'Điểm chốt là điểm sau thẩm định, dùng để xếp hạng.',
        ],
      },
    ],
  },
  {
    title: 'Tổ chức của Cụm',
    articles: [
      {
        title: 'Cụm trưởng, Cụm phó',
        clauses: [
          'Cụm trưởng, Cụm phó do các thành viên bầu tại họp trù bị, nhiệm kỳ một năm.',
          {
            text: 'Cụm trưởng có nhiệm vụ:',
            points: [
              'xây dựng kế hoạch, Bộ tiêu chí, quy chế của năm và gửi lấy ý kiến;',
              'tổ chức ký kết giao ước, sơ kết, tổng kết;',
              'chốt bảng xếp hạng và thay mặt Cụm đề nghị khen thưởng;',
              'bàn giao hồ sơ cho Cụm trưởng năm sau trong mười ngày làm việc.',
            ],
          },
          'Cụm phó thay Cụm trưởng khi được ủy quyền và thẩm định điểm của tỉnh Cụm trưởng.',
        ],
      },
      {
        title: 'Tổ thư ký',
        clauses: [
          'Tổ thư ký do tỉnh Cụm trưởng cử, có ít nhất ba người.',
          'Tổ thư ký chuẩn bị tài liệu, tổng hợp góp ý, lập biên bản và lưu hồ sơ; không chốt điểm.',
        ],
      },
      {
        title: 'Tổ thẩm định',
        clauses: [
          'Tổ thẩm định có một người của mỗi tỉnh thành viên, do Cụm trưởng ra quyết định thành lập.',
          'Người thẩm định không thẩm định điểm của tỉnh mình.',
          'Mỗi lần sửa điểm phải ghi lý do; tỉnh được thẩm định xem được từng lý do.',
        ],
      },
    ],
  },
  {
    title: 'Chấm điểm và xếp hạng',
    articles: [
      {
        title: 'Ký kết giao ước thi đua',
        clauses: [
          'Trước ngày 28 tháng 02, các tỉnh đăng ký chỉ tiêu và ký giao ước thi đua của năm.',
          'Chỉ tiêu đã đăng ký chỉ được sửa khi cấp có thẩm quyền giao lại, kèm số văn bản.',
        ],
      },
      {
        title: 'Tự chấm điểm',
        clauses: [
          'Mỗi tỉnh tự chấm điểm theo Bộ tiêu chí và gửi kèm tài liệu minh chứng trước ngày 25 tháng 12. Tiêu chí không có minh chứng không được tính điểm.',
          'Số liệu chưa công bố được ghi là ước thực hiện và bổ sung số chính thức trước ngày 05 tháng 01 năm sau.',
          'Bản tự chấm có lãnh đạo tỉnh ký gửi trên hệ thống.',
        ],
      },
      {
        title: 'Thẩm định, giải trình',
        clauses: [
          'Mỗi tỉnh được hai tỉnh khác chấm chéo. Kết quả của người chấm này chỉ hiện với người chấm kia khi cả hai đã chấm xong.',
          'Tỉnh được thẩm định giải trình trong ba ngày làm việc kể từ ngày nhận kết quả.',
          'Quá hạn mà không giải trình thì coi như đồng ý với điểm thẩm định.',
        ],
      },
      {
        title: 'Xếp hạng',
        clauses: [
          'Các tỉnh được xếp theo tổng điểm chốt, từ cao xuống thấp.',
          'Trường hợp bằng điểm thì Cụm trưởng quyết định.',
          'Tỉnh không nộp bản tự chấm điểm hoặc không ký giao ước thi đua thì không xếp hạng, không xếp loại.',
          'Xếp loại Hoàn thành xuất sắc nhiệm vụ khi đạt từ 900 điểm trở lên, trong đó Công tác thi đua, khen thưởng đạt từ 160 điểm.',
        ],
      },
    ],
  },
  {
    title: 'Bình xét, khen thưởng',
    articles: [
      {
        title: 'Đề nghị tặng Cờ thi đua của Chính phủ',
        clauses: [
          'Cụm đề nghị tặng Cờ thi đua của Chính phủ cho một tỉnh dẫn đầu.',
          'Tỉnh được đề nghị phải đạt từ 80 % số phiếu của tất cả các thành viên; thành viên vắng mặt được lấy ý kiến bằng văn bản.',
          'Tỉnh đang bị thanh tra, điều tra thì tạm dừng xét.',
        ],
      },
      {
        title: 'Đề nghị tặng Bằng khen của Thủ tướng Chính phủ',
        clauses: [
          'Cụm đề nghị tặng Bằng khen cho không quá hai tỉnh xếp sau tỉnh dẫn đầu.',
          'Tỷ lệ khen thưởng người lao động trực tiếp là một căn cứ khi bình xét.',
        ],
      },
    ],
  },
  {
    title: 'Hội họp, biểu quyết, hồ sơ',
    articles: [
      {
        title: 'Các cuộc họp của Cụm',
        clauses: [
          {
            text: 'Mỗi năm Cụm tổ chức:',
            points: [
              'họp ký kết giao ước thi đua;',
              'hội nghị sơ kết sáu tháng;',
              'họp trù bị;',
              'hội nghị tổng kết.',
            ],
          },
          'Cuộc họp được tiến hành khi có mặt ít nhất hai phần ba số thành viên; họp bình xét khen thưởng cần ít nhất 80 %.',
          'Thành viên vắng mặt ủy quyền bằng văn bản; mỗi thành viên một phiếu.',
        ],
      },
      {
        title: 'Biên bản, hồ sơ',
        clauses: [
          'Biên bản họp được gửi lấy ý kiến trong hai ngày làm việc, có chữ ký của chủ trì và thư ký.',
          'Hồ sơ của năm thi đua được lưu mười năm.',
        ],
      },
      {
        title: 'Điều khoản thi hành',
        clauses: [
          'Quy chế có hiệu lực từ ngày ký và thay thế Quy chế năm 2020.',
          'Trong quá trình thực hiện, vướng mắc được gửi về tỉnh Cụm trưởng để Cụm xem xét, sửa đổi.',
        ],
      },
    ],
  },
]
