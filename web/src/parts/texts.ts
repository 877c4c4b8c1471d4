import { texts } from '../core/language.svelte'
import { net, type Service } from '../core/net.svelte'

export const common = texts(
  {
    loading: 'Đang tải…',
    slow: 'Mạng đang chậm. Bạn chờ thêm một chút nhé.',
    again: 'Thử lại',
    back: 'Quay lại',
    next: 'Tiếp tục',
    close: 'Đóng',
    cancel: 'Hủy',
    save: 'Lưu',
    saved: 'Đã lưu',
    listen: 'Nghe',
    listenSlowly: 'Nghe chậm',
    level: 'Trình độ',
    keptAt: (when: string) => `Bạn đang xem bản đã lưu lúc ${when}.`,
    home: 'Về trang chính',
    errors: {
      OFFLINE: 'Chưa kết nối được. Bạn kiểm tra mạng rồi thử lại nhé.',
      TIMEOUT: 'Chờ lâu quá mà chưa có câu trả lời. Mạng của bạn có thể đang chậm.',
      AUTH_FORBIDDEN: 'Tài khoản này không được phép làm việc đó.',
      AUTH_INVALID: 'Email hoặc mật khẩu chưa đúng.',
      NOT_FOUND: 'Không tìm thấy nội dung này.',
      RATE_LIMITED: 'Bạn thao tác hơi nhanh. Nghỉ một chút rồi thử lại nhé.',
      PAYLOAD_TOO_LARGE: 'Tệp hoặc bản ghi âm này quá lớn.',
      UNSUPPORTED_MEDIA_TYPE: 'Định dạng này chưa được hỗ trợ.',
      MODEL_LOADING: 'Trợ lý đang khởi động. Vui lòng chờ vài giây rồi thử lại.',
      SERVICE_UNAVAILABLE: 'Dịch vụ đang bận. Bạn thử lại sau ít giây nhé.',
      INTERNAL_ERROR: 'Có trục trặc ở phía chúng tôi. Bạn thử lại nhé.',
      other: 'Chưa thực hiện được. Bạn thử lại nhé.',
    } as Record<string, string>,
    aiAway: 'Dịch vụ trợ lý đang tạm nghỉ. Bài học và ôn từ vẫn dùng được bình thường.',
    code: (id: string) => `Mã yêu cầu: ${id}`,
  },
  {
    loading: 'Loading…',
    slow: 'The network is slow. One more moment.',
    again: 'Try again',
    back: 'Back',
    next: 'Continue',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    saved: 'Saved',
    listen: 'Listen',
    listenSlowly: 'Listen slowly',
    level: 'Level',
    keptAt: (when: string) => `You are looking at what was saved at ${when}.`,
    home: 'To the start',
    errors: {
      OFFLINE: 'There is no connection. Please check the network and try again.',
      TIMEOUT: 'There was no answer in time. Your network may be slow.',
      AUTH_FORBIDDEN: 'This account may not do that.',
      AUTH_INVALID: 'The e-mail address or the password is not right.',
      NOT_FOUND: 'There is nothing here.',
      RATE_LIMITED: 'That was a little fast. Please wait a moment.',
      PAYLOAD_TOO_LARGE: 'This file or recording is too large.',
      UNSUPPORTED_MEDIA_TYPE: 'This format is not supported.',
      MODEL_LOADING: 'The tutor is starting. Please try again in a few seconds.',
      SERVICE_UNAVAILABLE: 'The service is busy. Please try again in a few seconds.',
      INTERNAL_ERROR: 'Something went wrong on our side. Please try again.',
      other: 'That did not work. Please try again.',
    },
    aiAway: 'The tutor is taking a break. Lessons and reviews work as always.',
    code: (id: string) => `Request: ${id}`,
  },
)

export function sayError(error: { code: string; service?: Service }): string {
  const isTutorAway = error.service === 'ai' && (error.code === 'OFFLINE' || error.code === 'TIMEOUT') && net.online
  if (isTutorAway) return common().aiAway
  return common().errors[error.code] ?? common().errors.other
}
