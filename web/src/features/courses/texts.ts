import { texts } from '../../core/language.svelte'

export const words = texts(
  {
    title: 'Khóa học',
    lead: 'Đi từng bài một. Mỗi bài khoảng mười phút.',
    lessons: (done: number, all: number) => `${done} / ${all} bài`,
    locked: 'Khóa này mở khi bạn học xong khóa trước, hoặc khi bài kiểm tra xếp bạn vào trình độ này.',
    test: 'Làm bài kiểm tra trình độ',
    open: 'Mở khóa học',
    unit: (number: number) => `Chủ đề ${number}`,
    minutes: (count: number) => `${count} phút`,
    score: (percent: number) => `Tốt nhất: ${percent} %`,
    state: { done: 'Đã học xong', next: 'Bài tiếp theo', open: 'Đã mở', locked: 'Chưa mở' },
    stars: (count: number) => `${count} trên 3 sao`,
  },
  {
    title: 'Courses',
    lead: 'One lesson at a time, about ten minutes each.',
    lessons: (done: number, all: number) => `${done} / ${all} lessons`,
    locked: 'This course opens when you finish the one before, or when the test finds you at its level.',
    test: 'Take the placement test',
    open: 'Open the course',
    unit: (number: number) => `Unit ${number}`,
    minutes: (count: number) => `${count} min`,
    score: (percent: number) => `Best: ${percent} %`,
    state: { done: 'Finished', next: 'Next lesson', open: 'Open', locked: 'Locked' },
    stars: (count: number) => `${count} of 3 stars`,
  },
)
