// GENERATED from the OpenAPI document of the Backend by tool/generate.py. Do not edit: change the service, and
// run `python3 LexiLingo_app/tool/generate.py BACKEND_URL AI_URL`. tests/clients fails where this is out of date.
// ignore_for_file: type=lint
import '../network/api_client.dart';
import '../network/backend_api_client.dart';
import '../network/json.dart';
import '../network/upload.dart';
import 'backend_models.dart';

/// Every operation of the Backend, typed.
class BackendApi {
  const BackendApi(this._client);

  final BackendApiClient _client;

  /// GET /achievements: What can be unlocked
  ///
  /// Hidden ones are masked until you have unlocked them.
  Future<List<Achievement>> getAchievements({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/achievements', listOf(Achievement.fromJson), options: options);

  /// GET /achievements/me: What you have unlocked, and how far you are with the rest
  Future<MyAchievements> getAchievementsMe({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/achievements/me', MyAchievements.fromJson, options: options);

  /// POST /admin/courses/import: Import a course
  ///
  /// A course as content/README.md describes it, with its units in place of their file names. All of it is imported
  /// or nothing; the reply lists what changed. A new course is a draft, which only its author and administrators
  /// see. With `dry_run` nothing is written.
  Future<CourseImport> postAdminCoursesImport(CourseBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/admin/courses/import', CourseImport.fromJson, data: body.toJson(), options: options);

  /// PUT /admin/courses/{id}/publish: Publish a course, or withdraw it
  Future<AuthoredCourse> putAdminCoursesIdPublish(String id, PublishBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('PUT', '/admin/courses/${Uri.encodeComponent(id)}/publish', AuthoredCourse.fromJson, data: body.toJson(), options: options);

  /// GET /admin/users: Users, newest first
  ///
  /// The first 10,000 that fit the filter are counted and can be paged through; of a search the first 1,000 by
  /// username and by e-mail.
  Future<Paged<List<UserItem>>> getAdminUsers({bool? isActive, int? page, int? pageSize, UserRole? role, String? search, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/admin/users', listOf(UserItem.fromJson), query: {'is_active': isActive, 'page': page, 'page_size': pageSize, 'role': role?.toJson(), 'search': search}, options: options);

  /// POST /admin/users/{id}/activate: Switch an account on again
  Future<UserView> postAdminUsersIdActivate(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/admin/users/${Uri.encodeComponent(id)}/activate', UserView.fromJson, options: options);

  /// POST /admin/users/{id}/deactivate: Switch an account off; its tokens are refused at once
  Future<UserView> postAdminUsersIdDeactivate(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/admin/users/${Uri.encodeComponent(id)}/deactivate', UserView.fromJson, options: options);

  /// PUT /admin/users/{id}/role: Change a user's role
  ///
  /// Access tokens with the old role are refused at once. The last administrator cannot step down.
  Future<UserView> putAdminUsersIdRole(String id, RoleChange body, {CallOptions options = const CallOptions()}) =>
      _client.json('PUT', '/admin/users/${Uri.encodeComponent(id)}/role', UserView.fromJson, data: body.toJson(), options: options);

  /// GET /attempts/{id}: An attempt with its exercises and what is answered
  Future<AttemptView> getAttemptsId(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/attempts/${Uri.encodeComponent(id)}', AttemptView.fromJson, options: options);

  /// POST /attempts/{id}/answers: Answer one exercise; graded by the server
  ///
  /// Letter case, punctuation, contractions, spelling variants, figures or words and the Unicode form of letters do
  /// not matter. `matching` takes `pairs`; `speaking` takes the AI service's overall `score` and `analysis_id`, and
  /// is marked as reported by the client. The spans of `diff` count code points of the answer.
  Future<AnswerView> postAttemptsIdAnswers(String id, AnswerBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/attempts/${Uri.encodeComponent(id)}/answers', AnswerView.fromJson, data: body.toJson(), options: options.keyed());

  /// POST /attempts/{id}/hints: A hint, which halves the exercise's points
  Future<HintView> postAttemptsIdHints(String id, HintBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/attempts/${Uri.encodeComponent(id)}/hints', HintView.fromJson, data: body.toJson(), options: options);

  /// POST /auth/login: Sign in with an e-mail address or a username
  Future<TokenReply> postAuthLogin(AuthLogin body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/auth/login', TokenReply.fromJson, data: body.toJson(), isOpen: true, bare: true, options: options);

  /// POST /auth/logout: Sign out, here or everywhere
  ///
  /// The access token is refused from then on. With `refresh_token` its session ends as well; with `all` every
  /// session does. Personal tokens stay.
  Future<void> postAuthLogout({AuthLogout? body, CallOptions options = const CallOptions()}) =>
      _client.nothing('POST', '/auth/logout', data: body?.toJson() ?? const <String, Object?>{}, options: options);

  /// POST /auth/refresh: Trade a refresh token for a new pair
  ///
  /// The old refresh token is spent. When a spent one comes back, every token that descends from the same sign-in
  /// is revoked.
  Future<TokenReply> postAuthRefresh(AuthRefresh body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/auth/refresh', TokenReply.fromJson, data: body.toJson(), isOpen: true, bare: true, options: options);

  /// POST /auth/register: Sign up
  Future<UserView> postAuthRegister(AuthRegister body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/auth/register', UserView.fromJson, data: body.toJson(), isOpen: true, options: options);

  /// GET /auth/tokens: Your personal access tokens
  Future<List<PersonalTokenView>> getAuthTokens({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/auth/tokens', listOf(PersonalTokenView.fromJson), options: options);

  /// POST /auth/tokens: Make a personal access token, for an editor or a script
  ///
  /// The token is shown this once. It opens what its scopes say (read: GET routes of the Backend; write: its other
  /// routes; ai: the AI service), and never what changes the account or needs a role.
  Future<PersonalTokenGiven> postAuthTokens(NewPersonalToken body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/auth/tokens', PersonalTokenGiven.fromJson, data: body.toJson(), options: options);

  /// DELETE /auth/tokens/{id}: Delete a personal access token; it is refused from then on
  Future<void> deleteAuthTokensId(String id, {CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/auth/tokens/${Uri.encodeComponent(id)}', options: options);

  /// GET /auth/tokens/{id}: One of your personal access tokens
  Future<PersonalTokenView> getAuthTokensId(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/auth/tokens/${Uri.encodeComponent(id)}', PersonalTokenView.fromJson, options: options);

  /// GET /courses: Courses
  ///
  /// `search` looks for every word, or the beginning of one, in titles and descriptions, with or without Vietnamese
  /// marks.
  Future<Paged<List<CourseItem>>> getCourses({String? language, String? level, int? page, int? pageSize, String? search, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/courses', listOf(CourseItem.fromJson), query: {'language': language, 'level': level, 'page': page, 'page_size': pageSize, 'search': search}, options: options);

  /// GET /courses/{id}: A course with its units and lessons
  Future<CourseView> getCoursesId(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/courses/${Uri.encodeComponent(id)}', CourseView.fromJson, options: options);

  /// POST /courses/{id}/enroll: Enrol in a course
  Future<EnrolmentView> postCoursesIdEnroll(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/courses/${Uri.encodeComponent(id)}/enroll', EnrolmentView.fromJson, options: options.keyed());

  /// GET /courses/{id}/lessons: The lessons of a course in order
  Future<Paged<List<LessonItem>>> getCoursesIdLessons(String id, {int? page, int? pageSize, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/courses/${Uri.encodeComponent(id)}/lessons', listOf(LessonItem.fromJson), query: {'page': page, 'page_size': pageSize}, options: options);

  /// GET /goals/weekly: Your goal for this week
  ///
  /// The week begins on Monday in the learner's own days. Who has set no goal has seven times the profile's
  /// daily_goal.
  Future<GoalView> getGoalsWeekly({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/goals/weekly', GoalView.fromJson, options: options);

  /// PUT /goals/weekly: Set your goal for each week
  Future<GoalView> putGoalsWeekly(GoalBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('PUT', '/goals/weekly', GoalView.fromJson, data: body.toJson(), options: options);

  /// GET /leaderboard: Who earned most XP in the week
  ///
  /// Display names only. Who sets `leaderboard: false` in the settings is not shown and sees nobody. A learner's
  /// week is that of the learner's own days. Beyond rank 10,000 `me` is left out.
  Future<BoardView> getLeaderboard({int? limit, LeaderboardWeek? week, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/leaderboard', BoardView.fromJson, query: {'limit': limit, 'week': week?.toJson()}, options: options);

  /// GET /lessons/{id}: A lesson with its exercises, without their answers
  Future<LessonView> getLessonsId(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/lessons/${Uri.encodeComponent(id)}', LessonView.fromJson, options: options);

  /// POST /lessons/{id}/attempts: Begin a lesson, or go on with it
  ///
  /// An open attempt is gone on with, unless `restart` gives it up. It keeps the exercises of the edition that it
  /// began with.
  Future<AttemptView> postLessonsIdAttempts(String id, {StartBody? body, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/lessons/${Uri.encodeComponent(id)}/attempts', AttemptView.fromJson, data: body?.toJson() ?? const <String, Object?>{}, options: options.keyed());

  /// GET /progress: How far you are
  Future<ProgressView> getProgress({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/progress', ProgressView.fromJson, options: options);

  /// POST /progress/activities: Record something done elsewhere, such as a chat
  Future<ActivityView> postProgressActivities(ActivityBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/progress/activities', ActivityView.fromJson, data: body.toJson(), options: options.keyed());

  /// POST /progress/lessons/{id}: Complete a lesson, or save how far it is
  ///
  /// A lesson with exercises is scored from its attempt, others from `score`. 60 per cent complete it; stars: 60,
  /// 80, and 95 without a hint.
  Future<ProgressRow> postProgressLessonsId(String id, {CompletionBody? body, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/progress/lessons/${Uri.encodeComponent(id)}', ProgressRow.fromJson, data: body?.toJson() ?? const <String, Object?>{}, options: options.keyed());

  /// GET /progress/stats: Day by day
  Future<ProgressStats> getProgressStats({ProgressStatsRange? range, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/progress/stats', ProgressStats.fromJson, query: {'range': range?.toJson()}, options: options);

  /// POST /streaks/checkin: Check in for today
  ///
  /// The day is the learner's own: in the profile's time zone, beginning at 04:00. A second check-in on a day
  /// changes nothing. Seven active days of a streak earn a freeze, two are held at most; a day without anything
  /// spends one by itself.
  Future<CheckinView> postStreaksCheckin({CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/streaks/checkin', CheckinView.fromJson, options: options.keyed());

  /// GET /streaks/me: Your streak
  Future<StreakView> getStreaksMe({int? days, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/streaks/me', StreakView.fromJson, query: {'days': days}, options: options);

  /// POST /streaks/repair: Take back a lost streak
  ///
  /// Within two days after the day that lost it, once in 30 days, free of charge. 409 where there is nothing to
  /// repair, or it is too soon.
  Future<StreakView> postStreaksRepair({CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/streaks/repair', StreakView.fromJson, options: options.keyed());

  /// GET /teacher/courses: Your courses, drafts included; an administrator sees every one
  Future<Paged<List<AuthoredCourse>>> getTeacherCourses({int? page, int? pageSize, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/teacher/courses', listOf(AuthoredCourse.fromJson), query: {'page': page, 'page_size': pageSize}, options: options);

  /// POST /teacher/courses/import: Import a course
  ///
  /// A course as content/README.md describes it, with its units in place of their file names. All of it is imported
  /// or nothing; the reply lists what changed. A new course is a draft, which only its author and administrators
  /// see. With `dry_run` nothing is written.
  Future<CourseImport> postTeacherCoursesImport(CourseBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/teacher/courses/import', CourseImport.fromJson, data: body.toJson(), options: options);

  /// GET /teacher/courses/{id}: A course as it can be sent to the import again
  Future<DraftView> getTeacherCoursesId(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/teacher/courses/${Uri.encodeComponent(id)}', DraftView.fromJson, options: options);

  /// GET /teacher/lessons/{id}/results: How learners did in a lesson of yours, the latest first
  Future<Paged<List<LessonResult>>> getTeacherLessonsIdResults(String id, {int? page, int? pageSize, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/teacher/lessons/${Uri.encodeComponent(id)}/results', listOf(LessonResult.fromJson), query: {'page': page, 'page_size': pageSize}, options: options);

  /// DELETE /users/me: Erase your account and everything in it
  Future<void> deleteUsersMe({CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/users/me', options: options);

  /// GET /users/me: Your account
  Future<UserView> getUsersMe({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/users/me', UserView.fromJson, options: options);

  /// PUT /users/me: Change your profile and settings
  ///
  /// What is absent stays as it is.
  Future<UserView> putUsersMe({ProfileChange? body, CallOptions options = const CallOptions()}) =>
      _client.json('PUT', '/users/me', UserView.fromJson, data: body?.toJson() ?? const <String, Object?>{}, options: options);

  /// GET /users/me/export: Everything of yours, as JSON
  ///
  /// Every row that belongs to you, table by table, as of one moment.
  Future<AccountExport> getUsersMeExport({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/users/me/export', AccountExport.fromJson, options: options);

  /// POST /users/me/password: Change your password
  ///
  /// Ends every other session and every personal token. The reply holds the new pair of this session, as at signing
  /// in.
  Future<TokenReply> postUsersMePassword(PasswordChange body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/users/me/password', TokenReply.fromJson, data: body.toJson(), bare: true, options: options);

  /// GET /users/{id}: A user, for administrators
  Future<UserView> getUsersId(String id, {CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/users/${Uri.encodeComponent(id)}', UserView.fromJson, options: options);

  /// GET /vocabulary: Your words, or with scope=catalogue everybody's
  Future<Paged<List<WordView>>> getVocabulary({String? level, int? page, int? pageSize, WordScope? scope, String? search, WordStatus? status, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/vocabulary', listOf(WordView.fromJson), query: {'level': level, 'page': page, 'page_size': pageSize, 'scope': scope?.toJson(), 'search': search, 'status': status?.toJson()}, options: options);

  /// POST /vocabulary: Learn a word
  Future<WordView> postVocabulary(AddWord body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/vocabulary', WordView.fromJson, data: body.toJson(), options: options.keyed());

  /// GET /vocabulary/export: Take your words along
  ///
  /// CSV, Anki's text format, or an .apkg deck with the schedule and the review history.
  ///
  /// Answers with one of: application/octet-stream, text/csv, text/plain (`options.accept`).
  Future<Bytes> getVocabularyExport({WordFileFormat? format, CallOptions options = const CallOptions()}) =>
      _client.bytes('GET', '/vocabulary/export', query: {'format': format?.toJson()}, options: options);

  /// GET /vocabulary/forecast: What the days ahead will ask of you
  ///
  /// `due` counts the schedule as it stands. `reviews` is what a simulation expects: words come back, and new ones
  /// join at your pace.
  Future<ForecastView> getVocabularyForecast({int? days, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/vocabulary/forecast', ForecastView.fromJson, query: {'days': days}, options: options);

  /// POST /vocabulary/import: Bring words along
  ///
  /// CSV with a header, Anki's text export, or an .apkg deck with its review history; told apart by content. Each
  /// row is imported, known already or refused with the reason; all that are imported are, or none. At most 20 MiB
  /// and 20,000 words. With dry_run nothing is kept.
  Future<WordImport> postVocabularyImport({String? columns, bool? dryRun, required Upload file, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/vocabulary/import', WordImport.fromJson, form: () => formOf(fields: {'columns': columns, 'dry_run': dryRun?.toString()}, files: {'file': file}), options: options);

  /// GET /vocabulary/review: The words that are due
  ///
  /// Learning steps first, then reviews by how overdue they are for their interval, then new words; within the
  /// day's limits.
  Future<QueueView> getVocabularyReview({int? limit, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/vocabulary/review', QueueView.fromJson, query: {'limit': limit}, options: options);

  /// POST /vocabulary/reviews/batch: Reviews done offline
  ///
  /// Reviews done offline, in any order. Each client_id counts once, however often it is sent; the same reviews
  /// give the same schedule in any order. What cannot be counted is refused with the reason by field, and the rest
  /// is counted.
  Future<BatchView> postVocabularyReviewsBatch(BatchBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/vocabulary/reviews/batch', BatchView.fromJson, data: body.toJson(), options: options.keyed());

  /// POST /vocabulary/reviews/undo: Take back your last review
  ///
  /// Restores the word, the counts and the points; again, and the review before it is taken back.
  Future<UndoView> postVocabularyReviewsUndo({CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/vocabulary/reviews/undo', UndoView.fromJson, options: options.keyed());

  /// GET /vocabulary/simulate: What another retention or pace would mean
  ///
  /// Simulates your words with as many new ones a day as asked for. The same question has the same answer.
  Future<SimulationView> getVocabularySimulate({int? days, int? newPerDay, double? retention, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/vocabulary/simulate', SimulationView.fromJson, query: {'days': days, 'new_per_day': newPerDay, 'retention': retention}, options: options);

  /// GET /vocabulary/stats: How your words stand
  Future<VocabularyStats> getVocabularyStats({int? days, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/vocabulary/stats', VocabularyStats.fromJson, query: {'days': days}, options: options);

  /// DELETE /vocabulary/{id}: Stop learning a word
  ///
  /// Its reviews go with it; the points stay.
  Future<void> deleteVocabularyId(String id, {CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/vocabulary/${Uri.encodeComponent(id)}', options: options);

  /// PATCH /vocabulary/{id}: Suspend, bury, or change a word
  ///
  /// Of a catalogue word only the note and a translation of your own.
  Future<WordView> patchVocabularyId(String id, {EditWord? body, CallOptions options = const CallOptions()}) =>
      _client.json('PATCH', '/vocabulary/${Uri.encodeComponent(id)}', WordView.fromJson, data: body?.toJson() ?? const <String, Object?>{}, options: options);

  /// POST /vocabulary/{id}/review: Answer a word
  ///
  /// FSRS-6 sets the next date, or SM-2 where the settings say so. With reviewed_at, of the last 30 days, the
  /// review counts for its time: later reviews of the word are worked out again.
  Future<ReviewView> postVocabularyIdReview(String id, ReviewBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/vocabulary/${Uri.encodeComponent(id)}/review', ReviewView.fromJson, data: body.toJson(), options: options.keyed());
}
