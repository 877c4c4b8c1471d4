import { texts } from '../../core/language.svelte'

export const words = texts(
  {
    title: 'Bạn đang ở trình độ nào?',
    lead: 'Một bài kiểm tra ngắn, chừng hai phút, để bắt đầu đúng chỗ. Không có điểm số, đoán sai cũng không sao.',
    start: 'Làm bài kiểm tra',
    fromZero: 'Tôi mới bắt đầu, học từ A1',
    choose: 'Hoặc tự chọn trình độ',
    levels: { A1: 'A1 · Mới bắt đầu', A2: 'A2 · Giao tiếp cơ bản', B1: 'B1 · Tự tin hằng ngày' } as Record<string, string>,
    question: (number: number, of: number) => `Câu ${number} trên ${of}`,
    dontKnow: 'Tôi chưa biết',
    answer: 'Chọn câu trả lời',
    result: (level: string) => `Bạn bắt đầu ở trình độ ${level}`,
    resultText: { A1: 'Chúng ta đi từ những câu đầu tiên. Chắc từng bước một nhé.', A2: 'Bạn đã có nền tảng. Giờ là lúc nói được nhiều chuyện hơn.', B1: 'Khá lắm! Bạn sẽ luyện diễn đạt ý kiến và kể chuyện.' } as Record<string, string>,
    begin: 'Vào học',
    noTest: 'Bài kiểm tra cần dịch vụ trợ lý, hiện đang tạm nghỉ. Bạn tự chọn trình độ nhé; đổi lại lúc nào cũng được.',
  },
  {
    title: 'Where do you stand?',
    lead: 'A short test of about two minutes, so that you begin in the right place. No marks; a wrong guess does no harm.',
    start: 'Take the test',
    fromZero: 'I am a beginner: start at A1',
    choose: 'Or choose a level yourself',
    levels: { A1: 'A1 · Beginner', A2: 'A2 · Elementary', B1: 'B1 · Independent' },
    question: (number: number, of: number) => `Question ${number} of ${of}`,
    dontKnow: 'I don’t know',
    answer: 'Choose an answer',
    result: (level: string) => `You begin at level ${level}`,
    resultText: { A1: 'We begin with the first sentences, one step at a time.', A2: 'You have a foundation. Time to talk about more.', B1: 'Well done! You will practise opinions and stories.' },
    begin: 'Start learning',
    noTest: 'The test needs the tutor service, which is taking a break. Please choose a level; you can change it at any time.',
  },
)
