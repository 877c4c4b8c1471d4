// The pages of the client: where each is, what it loads, and whether it stands in the navigation.
import type { Component } from 'svelte'
import type { IconName } from './parts/Icon.svelte'
import { texts } from './core/language.svelte'

export const names = texts(
  {
    home: 'Hôm nay',
    learn: 'Khóa học',
    review: 'Ôn tập',
    words: 'Từ vựng',
    chat: 'Trò chuyện',
    speak: 'Phát âm',
    check: 'Soát bài viết',
    stats: 'Thống kê',
    settings: 'Cài đặt',
    more: 'Thêm',
    skip: 'Đến nội dung chính',
    main: 'Điều hướng chính',
    offline: 'Bạn đang ngoại tuyến. Bài học đã mở và phần ôn tập vẫn dùng được.',
    away: 'Máy chủ đang tạm ngưng. Việc bạn làm được giữ lại và sẽ tự gửi sau.',
    waiting: (count: number) => `${count} việc đang chờ gửi`,
    sending: 'Đang đồng bộ…',
    refused: (count: number) => `${count} việc làm ngoại tuyến không được máy chủ nhận.`,
    clock: (hours: number) => `Đồng hồ trên máy lệch khoảng ${hours} giờ. LexiLingo dùng giờ máy chủ nên lịch học vẫn đúng.`,
    notFound: 'Không có trang này',
    notFoundText: 'Đường dẫn có thể đã cũ hoặc bị gõ nhầm.',
    toHome: 'Về trang chính',
    expired: 'Phiên đăng nhập đã hết hạn',
    expiredText: 'Nhập lại mật khẩu để học tiếp. Bài đang làm vẫn còn nguyên.',
    crashed: 'Trang này gặp trục trặc',
  },
  {
    home: 'Today',
    learn: 'Courses',
    review: 'Review',
    words: 'Words',
    chat: 'Tutor',
    speak: 'Speaking',
    check: 'Text check',
    stats: 'Statistics',
    settings: 'Settings',
    more: 'More',
    skip: 'Skip to the content',
    main: 'Main navigation',
    offline: 'You are offline. Lessons you have opened and reviews go on working.',
    away: 'The server is away. What you do is kept, and sent later.',
    waiting: (count: number) => `${count} to be sent`,
    sending: 'Synchronising…',
    refused: (count: number) => `The server did not take ${count} things done offline.`,
    clock: (hours: number) => `This device’s clock is about ${hours} hours off. LexiLingo goes by the server’s.`,
    notFound: 'There is no such page',
    notFoundText: 'The address may be old or mistyped.',
    toHome: 'To the start',
    expired: 'Your session has ended',
    expiredText: 'Give your password to go on. Nothing of what you are doing is lost.',
    crashed: 'Something broke on this page',
  },
)

type NameKey = 'home' | 'learn' | 'review' | 'words' | 'chat' | 'speak' | 'check' | 'stats' | 'settings'

export interface NavItem {
  to: string
  name: NameKey
  icon: IconName
  /** Stands in the bar at the foot of a phone; the others are behind "more". */
  first?: boolean
}

export const NAV: NavItem[] = [
  { to: '/', name: 'home', icon: 'home', first: true },
  { to: '/learn', name: 'learn', icon: 'learn', first: true },
  { to: '/review', name: 'review', icon: 'review', first: true },
  { to: '/tutor', name: 'chat', icon: 'chat', first: true },
  { to: '/speak', name: 'speak', icon: 'speak' },
  { to: '/words', name: 'words', icon: 'words' },
  { to: '/check', name: 'check', icon: 'check' },
  { to: '/stats', name: 'stats', icon: 'stats' },
  { to: '/settings', name: 'settings', icon: 'settings' },
]

// Svelte's typings have no other word for "some component".
type Page = () => Promise<{ default: Component<any> }>

export interface PageEntry {
  pattern: string
  load: Page
  /** Without navigation: the learner does one thing. */
  focused?: boolean
  /** For those who are not signed in. */
  open?: boolean
}

export const PAGES: PageEntry[] = [
  { pattern: '/', load: () => import('./features/home/Home.svelte') },
  { pattern: '/signin', load: () => import('./features/account/SignIn.svelte'), focused: true, open: true },
  { pattern: '/signup', load: () => import('./features/account/SignUp.svelte'), focused: true, open: true },
  { pattern: '/placement', load: () => import('./features/placement/Placement.svelte'), focused: true },
  { pattern: '/learn', load: () => import('./features/courses/Courses.svelte') },
  { pattern: '/courses/:id', load: () => import('./features/courses/CourseMap.svelte') },
  { pattern: '/lessons/:id', load: () => import('./features/lesson/LessonPage.svelte'), focused: true },
  { pattern: '/review', load: () => import('./features/review/Review.svelte') },
  { pattern: '/words', load: () => import('./features/words/Words.svelte') },
  { pattern: '/tutor', load: () => import('./features/tutor/Tutor.svelte') },
  { pattern: '/tutor/:id', load: () => import('./features/tutor/Conversation.svelte') },
  { pattern: '/speak', load: () => import('./features/speak/Studio.svelte') },
  { pattern: '/check', load: () => import('./features/check/TextCheck.svelte') },
  { pattern: '/stats', load: () => import('./features/stats/Statistics.svelte') },
  { pattern: '/settings', load: () => import('./features/settings/Settings.svelte') },
]
