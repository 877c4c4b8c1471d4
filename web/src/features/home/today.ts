// What a learner sees first, in one object: it is kept as a whole for times without a network.
import { backend } from '../../api/client'
import type { Course, CourseMap, LessonInfo, Streak } from '../../api/types'
import { load } from '../../core/cache'

export interface Today {
  xp: number
  goal: number
  name: string
  streak: Streak
  due: number
  course?: Course
  lesson?: LessonInfo
}

/** The course to go on with: the one begun last that is not complete, else the first open one. */
export function currentCourse(courses: Course[], level: string): Course | undefined {
  const open = courses.filter((course) => !course.is_locked && !course.is_completed)
  return open.findLast((course) => course.is_enrolled) ?? open.find((course) => course.level === level) ?? open[0]
}

export function nextLesson(course: CourseMap): LessonInfo | undefined {
  return course.units.flatMap((unit) => unit.lessons).find((lesson) => !lesson.is_completed && !lesson.is_locked)
}

/** The next lesson can then be taken without a network too. */
function keepLesson(id: string) {
  load(`lesson/${id}`, () => backend.get('/api/v1/lessons/{id}', { params: { id } })).catch(() => {})
}

export async function readToday(): Promise<Today> {
  const [user, streak, stats, words, courses] = await Promise.all([
    backend.get('/api/v1/users/me'),
    backend.get('/api/v1/streaks/me'),
    backend.get('/api/v1/progress/stats', { query: { range: 'week' } }),
    backend.get('/api/v1/vocabulary/stats', {}),
    backend.get('/api/v1/courses', { query: { language: 'en' } }),
  ])
  const course = currentCourse(courses, user.level)
  const map = course && (await backend.get('/api/v1/courses/{id}', { params: { id: course.id } }))
  const lesson = map && nextLesson(map)
  if (lesson) keepLesson(lesson.id)
  return {
    xp: stats.days.at(-1)?.xp ?? 0,
    goal: user.daily_goal,
    name: user.display_name ?? '',
    streak,
    due: words.due,
    course,
    lesson,
  }
}
