// Names for the replies that several features speak of.
import type { AiReply, BackendReply } from './client'

export type User = BackendReply<'get', '/api/v1/users/me'>
export type Course = BackendReply<'get', '/api/v1/courses'>[number]
export type CourseMap = BackendReply<'get', '/api/v1/courses/{id}'>
export type LessonInfo = CourseMap['units'][number]['lessons'][number]
export type Lesson = BackendReply<'get', '/api/v1/lessons/{id}'>
export type Attempt = BackendReply<'post', '/api/v1/lessons/{id}/attempts'>
export type Exercise = Lesson['exercises'][number]
export type Answer = BackendReply<'post', '/api/v1/attempts/{id}/answers'>
export type DiffPiece = Answer['diff'][number]
export type Hint = BackendReply<'post', '/api/v1/attempts/{id}/hints'>
export type Completion = BackendReply<'post', '/api/v1/progress/lessons/{id}'>
export type Word = BackendReply<'get', '/api/v1/vocabulary'>[number]
export type ReviewQueue = BackendReply<'get', '/api/v1/vocabulary/review'>
export type ReviewItem = ReviewQueue['items'][number]
export type Streak = BackendReply<'get', '/api/v1/streaks/me'>
export type Stats = BackendReply<'get', '/api/v1/progress/stats'>
export type Scenario = AiReply<'get', '/api/v1/ai/chat/scenarios'>[number]
export type ChatReply = Extract<AiReply<'post', '/api/v1/ai/chat'>, object>
export type Correction = ChatReply['corrections'][number]
export type CardSuggestion = ChatReply['card_suggestions'][number]
export type ChatSession = AiReply<'get', '/api/v1/ai/chat/sessions'>[number]
export type Pronunciation = AiReply<'post', '/api/v1/ai/pronunciation/analyze'>
export type SpokenWord = Pronunciation['analysis']['words'][number]
export type SoundStats = AiReply<'get', '/api/v1/ai/pronunciation/stats'>
export type TextCheck = AiReply<'post', '/api/v1/ai/analyze/text'>
export type Suggestion = AiReply<'get', '/api/v1/ai/analyze/suggestions'>[number]
