// GENERATED from the OpenAPI document of the Backend by tool/generate.py. Do not edit: change the service, and
// run `python3 LexiLingo_app/tool/generate.py BACKEND_URL AI_URL`. tests/clients fails where this is out of date.
// ignore_for_file: type=lint
import '../network/json.dart';

final class AccountExport {
  const AccountExport({required this.exportedAt, required this.tables});

  factory AccountExport.fromJson(Object? json) {
    final map = asObject(json);
    return AccountExport(
      exportedAt: map.read('exported_at', asDateTime),
      tables: map.read('tables', mapOf(listOf(mapOf(asAnything)))),
    );
  }

  final DateTime exportedAt;
  final Map<String, List<Map<String, Object?>>> tables;
}

final class Achievement {
  const Achievement({required this.code, required this.description, required this.descriptionVi, required this.hidden, required this.icon, this.metric, this.threshold, required this.title, required this.titleVi, required this.xp});

  factory Achievement.fromJson(Object? json) {
    final map = asObject(json);
    return Achievement(
      code: map.read('code', asString),
      description: map.read('description', asString),
      descriptionVi: map.read('description_vi', asString),
      hidden: map.read('hidden', asBool),
      icon: map.read('icon', asString),
      metric: map.readOrNull('metric', asString),
      threshold: map.readOrNull('threshold', asInt),
      title: map.read('title', asString),
      titleVi: map.read('title_vi', asString),
      xp: map.read('xp', asInt),
    );
  }

  final String code;
  final String description;
  final String descriptionVi;
  final bool hidden;
  final String icon;
  final String? metric;
  final int? threshold;
  final String title;
  final String titleVi;
  final int xp;
}

final class AchievementProgress {
  const AchievementProgress({required this.achievement, this.progress, this.unlockedAt});

  factory AchievementProgress.fromJson(Object? json) {
    final map = asObject(json);
    return AchievementProgress(
      achievement: map.read('achievement', Achievement.fromJson),
      progress: map.readOrNull('progress', asInt),
      unlockedAt: map.readOrNull('unlocked_at', asDateTime),
    );
  }

  final Achievement achievement;
  final int? progress;
  final DateTime? unlockedAt;
}

final class ActivityBody {
  const ActivityBody({required this.activityType, required this.duration, this.occurredAt});

  final ActivityType activityType;
  /// seconds
  final int duration;
  final DateTime? occurredAt;

  Json toJson() => {
        'activity_type': activityType.toJson(),
        'duration': duration,
        if (occurredAt case final it?) 'occurred_at': timeToJson(it),
      };
}

enum ActivityType {
  aiChat('ai_chat'),
  pronunciation('pronunciation'),
  reading('reading'),
  listening('listening'),
  writing('writing'),
  speaking('speaking'),
  grammar('grammar'),
  other('other'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const ActivityType(this.wire);

  static ActivityType fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class ActivityView {
  const ActivityView({required this.achievementsUnlocked, required this.activityType, required this.duration, required this.id, required this.occurredAt, required this.streak, required this.xpEarned});

  factory ActivityView.fromJson(Object? json) {
    final map = asObject(json);
    return ActivityView(
      achievementsUnlocked: map.read('achievements_unlocked', listOf(UnlockedAchievement.fromJson)),
      activityType: map.read('activity_type', ActivityType.fromJson),
      duration: map.read('duration', asInt),
      id: map.read('id', asString),
      occurredAt: map.read('occurred_at', asDateTime),
      streak: map.read('streak', StreakSummary.fromJson),
      xpEarned: map.read('xp_earned', asInt),
    );
  }

  final List<UnlockedAchievement> achievementsUnlocked;
  final ActivityType activityType;
  final int duration;
  final String id;
  final DateTime occurredAt;
  final StreakSummary streak;
  final int xpEarned;
}

final class AddWord {
  const AddWord({this.exampleSentence, this.pronunciation, this.tags, this.translation, this.vocabularyId, this.word});

  final String? exampleSentence;
  final String? pronunciation;
  final List<String>? tags;
  final String? translation;
  final String? vocabularyId;
  final String? word;

  Json toJson() => {
        if (exampleSentence case final it?) 'example_sentence': it,
        if (pronunciation case final it?) 'pronunciation': it,
        if (tags case final it?) 'tags': it,
        if (translation case final it?) 'translation': it,
        if (vocabularyId case final it?) 'vocabulary_id': it,
        if (word case final it?) 'word': it,
      };
}

final class AnswerBody {
  const AnswerBody({this.analysisId, this.answer, required this.exerciseId, this.pairs, this.score, this.timeSpentMs});

  final String? analysisId;
  final String? answer;
  final String exerciseId;
  final Map<String, String>? pairs;
  final int? score;
  final int? timeSpentMs;

  Json toJson() => {
        if (analysisId case final it?) 'analysis_id': it,
        if (answer case final it?) 'answer': it,
        'exercise_id': exerciseId,
        if (pairs case final it?) 'pairs': it,
        if (score case final it?) 'score': it,
        if (timeSpentMs case final it?) 'time_spent_ms': it,
      };
}

final class AnswerDiff {
  const AnswerDiff({required this.end, this.expected, required this.kind, required this.start, required this.text});

  factory AnswerDiff.fromJson(Object? json) {
    final map = asObject(json);
    return AnswerDiff(
      end: map.read('end', asInt),
      expected: map.readOrNull('expected', asString),
      kind: map.read('kind', asString),
      start: map.read('start', asInt),
      text: map.read('text', asString),
    );
  }

  final int end;
  final String? expected;
  final String kind;
  final int start;
  final String text;
}

final class AnswerView {
  const AnswerView({required this.correctAnswer, required this.diff, this.explanation, required this.hasTypo, required this.isClientReported, required this.isCorrect, required this.missingDiacritics, required this.points, required this.score});

  factory AnswerView.fromJson(Object? json) {
    final map = asObject(json);
    return AnswerView(
      correctAnswer: map.read('correct_answer', asString),
      diff: map.read('diff', listOf(AnswerDiff.fromJson)),
      explanation: map.readOrNull('explanation', asString),
      hasTypo: map.read('has_typo', asBool),
      isClientReported: map.read('is_client_reported', asBool),
      isCorrect: map.read('is_correct', asBool),
      missingDiacritics: map.read('missing_diacritics', asBool),
      points: map.read('points', asInt),
      score: map.read('score', LessonScore.fromJson),
    );
  }

  final String correctAnswer;
  final List<AnswerDiff> diff;
  final String? explanation;
  final bool hasTypo;
  final bool isClientReported;
  final bool isCorrect;
  final bool missingDiacritics;
  final int points;
  final LessonScore score;
}

final class AnsweredExercise {
  const AnsweredExercise({required this.exerciseId, required this.isCorrect, required this.points});

  factory AnsweredExercise.fromJson(Object? json) {
    final map = asObject(json);
    return AnsweredExercise(
      exerciseId: map.read('exercise_id', asString),
      isCorrect: map.read('is_correct', asBool),
      points: map.read('points', asInt),
    );
  }

  final String exerciseId;
  final bool isCorrect;
  final int points;
}

enum AttemptStatus {
  open('open'),
  completed('completed'),
  abandoned('abandoned'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const AttemptStatus(this.wire);

  static AttemptStatus fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class AttemptView {
  const AttemptView({required this.answered, required this.edition, required this.exercises, required this.hinted, required this.id, required this.isResumed, required this.lessonId, required this.score, required this.startedAt, required this.status, required this.totalExercises});

  factory AttemptView.fromJson(Object? json) {
    final map = asObject(json);
    return AttemptView(
      answered: map.read('answered', listOf(AnsweredExercise.fromJson)),
      edition: map.read('edition', asInt),
      exercises: map.read('exercises', listOf(LessonExercise.fromJson)),
      hinted: map.read('hinted', listOf(asString)),
      id: map.read('id', asString),
      isResumed: map.read('is_resumed', asBool),
      lessonId: map.read('lesson_id', asString),
      score: map.read('score', LessonScore.fromJson),
      startedAt: map.read('started_at', asDateTime),
      status: map.read('status', AttemptStatus.fromJson),
      totalExercises: map.read('total_exercises', asInt),
    );
  }

  final List<AnsweredExercise> answered;
  final int edition;
  final List<LessonExercise> exercises;
  final List<String> hinted;
  final String id;
  final bool isResumed;
  final String lessonId;
  final LessonScore score;
  final DateTime startedAt;
  final AttemptStatus status;
  final int totalExercises;
}

final class AuthLogin {
  const AuthLogin({this.email, required this.password, this.username});

  /// e-mail address or username
  final String? email;
  final String password;
  final String? username;

  Json toJson() => {
        if (email case final it?) 'email': it,
        'password': password,
        if (username case final it?) 'username': it,
      };
}

final class AuthLogout {
  const AuthLogout({this.all, this.refreshToken});

  /// sign out everywhere
  final bool? all;
  final String? refreshToken;

  Json toJson() => {
        if (all case final it?) 'all': it,
        if (refreshToken case final it?) 'refresh_token': it,
      };
}

final class AuthRefresh {
  const AuthRefresh({required this.refreshToken});

  final String refreshToken;

  Json toJson() => {
        'refresh_token': refreshToken,
      };
}

final class AuthRegister {
  const AuthRegister({this.displayName, required this.email, this.nativeLanguage, required this.password, this.targetLanguage, this.timeZone, required this.username});

  final String? displayName;
  final String email;
  final String? nativeLanguage;
  final String password;
  final String? targetLanguage;
  /// must be an IANA time zone such as Asia/Ho_Chi_Minh
  final String? timeZone;
  final String username;

  Json toJson() => {
        if (displayName case final it?) 'display_name': it,
        'email': email,
        if (nativeLanguage case final it?) 'native_language': it,
        'password': password,
        if (targetLanguage case final it?) 'target_language': it,
        if (timeZone case final it?) 'time_zone': it,
        'username': username,
      };
}

final class AuthoredCourse {
  const AuthoredCourse({required this.edition, required this.id, required this.isOwn, required this.isPublished, required this.language, required this.level, required this.slug, required this.title, required this.totalLessons, required this.updatedAt});

  factory AuthoredCourse.fromJson(Object? json) {
    final map = asObject(json);
    return AuthoredCourse(
      edition: map.read('edition', asInt),
      id: map.read('id', asString),
      isOwn: map.read('is_own', asBool),
      isPublished: map.read('is_published', asBool),
      language: map.read('language', asString),
      level: map.read('level', asString),
      slug: map.read('slug', asString),
      title: map.read('title', asString),
      totalLessons: map.read('total_lessons', asInt),
      updatedAt: map.read('updated_at', asDateTime),
    );
  }

  final int edition;
  final String id;
  final bool isOwn;
  final bool isPublished;
  final String language;
  final String level;
  final String slug;
  final String title;
  final int totalLessons;
  final DateTime updatedAt;
}

final class BatchBody {
  const BatchBody({required this.reviews});

  final List<BatchReview> reviews;

  Json toJson() => {
        'reviews': [for (final item in reviews) item.toJson()],
      };
}

final class BatchCard {
  const BatchCard({required this.id, required this.schedule});

  factory BatchCard.fromJson(Object? json) {
    final map = asObject(json);
    return BatchCard(
      id: map.read('id', asString),
      schedule: map.read('schedule', WordSchedule.fromJson),
    );
  }

  final String id;
  final WordSchedule schedule;
}

enum BatchOutcome {
  applied('applied'),
  duplicate('duplicate'),
  refused('refused'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const BatchOutcome(this.wire);

  static BatchOutcome fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class BatchResult {
  const BatchResult({required this.clientId, this.fields, required this.result});

  factory BatchResult.fromJson(Object? json) {
    final map = asObject(json);
    return BatchResult(
      clientId: map.read('client_id', asString),
      fields: map.readOrNull('fields', mapOf(asString)),
      result: map.read('result', BatchOutcome.fromJson),
    );
  }

  final String clientId;
  final Map<String, String>? fields;
  final BatchOutcome result;
}

final class BatchReview {
  const BatchReview({required this.cardId, required this.clientId, this.quality, this.rating, required this.reviewedAt, this.timeSpentMs});

  final String cardId;
  /// the client's id of this review; sent twice, it counts once
  final String clientId;
  final int? quality;
  final ReviewRating? rating;
  final DateTime reviewedAt;
  final int? timeSpentMs;

  Json toJson() => {
        'card_id': cardId,
        'client_id': clientId,
        if (quality case final it?) 'quality': it,
        if (rating case final it?) 'rating': it.toJson(),
        'reviewed_at': timeToJson(reviewedAt),
        if (timeSpentMs case final it?) 'time_spent_ms': it,
      };
}

final class BatchView {
  const BatchView({required this.achievementsUnlocked, required this.applied, required this.cards, required this.currentStreak, required this.duplicates, required this.refused, required this.results, required this.xpEarned});

  factory BatchView.fromJson(Object? json) {
    final map = asObject(json);
    return BatchView(
      achievementsUnlocked: map.read('achievements_unlocked', listOf(UnlockedAchievement.fromJson)),
      applied: map.read('applied', asInt),
      cards: map.read('cards', listOf(BatchCard.fromJson)),
      currentStreak: map.read('current_streak', asInt),
      duplicates: map.read('duplicates', asInt),
      refused: map.read('refused', asInt),
      results: map.read('results', listOf(BatchResult.fromJson)),
      xpEarned: map.read('xp_earned', asInt),
    );
  }

  final List<UnlockedAchievement> achievementsUnlocked;
  final int applied;
  final List<BatchCard> cards;
  final int currentStreak;
  final int duplicates;
  final int refused;
  final List<BatchResult> results;
  final int xpEarned;
}

final class BoardView {
  const BoardView({this.me, required this.neighbours, required this.takesPart, required this.top, required this.week});

  factory BoardView.fromJson(Object? json) {
    final map = asObject(json);
    return BoardView(
      me: map.readOrNull('me', LeaderboardEntry.fromJson),
      neighbours: map.read('neighbours', listOf(LeaderboardEntry.fromJson)),
      takesPart: map.read('takes_part', asBool),
      top: map.read('top', listOf(LeaderboardEntry.fromJson)),
      week: map.read('week', asDateTime),
    );
  }

  final LeaderboardEntry? me;
  final List<LeaderboardEntry> neighbours;
  final bool takesPart;
  final List<LeaderboardEntry> top;
  final DateTime week;
}

final class CheckinView {
  const CheckinView({required this.achievementsUnlocked, required this.atRisk, required this.calendar, required this.canRepair, required this.currentStreak, required this.freezes, required this.isActiveToday, this.lastActivityDate, required this.longestStreak, required this.totalDaysActive, required this.xpEarned});

  factory CheckinView.fromJson(Object? json) {
    final map = asObject(json);
    return CheckinView(
      achievementsUnlocked: map.read('achievements_unlocked', listOf(UnlockedAchievement.fromJson)),
      atRisk: map.read('at_risk', asBool),
      calendar: map.read('calendar', listOf(asDateTime)),
      canRepair: map.read('can_repair', asBool),
      currentStreak: map.read('current_streak', asInt),
      freezes: map.read('freezes', asInt),
      isActiveToday: map.read('is_active_today', asBool),
      lastActivityDate: map.readOrNull('last_activity_date', asDateTime),
      longestStreak: map.read('longest_streak', asInt),
      totalDaysActive: map.read('total_days_active', asInt),
      xpEarned: map.read('xp_earned', asInt),
    );
  }

  final List<UnlockedAchievement> achievementsUnlocked;
  final bool atRisk;
  final List<DateTime> calendar;
  final bool canRepair;
  final int currentStreak;
  final int freezes;
  final bool isActiveToday;
  final DateTime? lastActivityDate;
  final int longestStreak;
  final int totalDaysActive;
  final int xpEarned;
}

final class CompletionBody {
  const CompletionBody({this.attemptId, this.score, this.status, this.timeSpentSeconds});

  final String? attemptId;
  final int? score;
  final CompletionStatus? status;
  final int? timeSpentSeconds;

  Json toJson() => {
        if (attemptId case final it?) 'attempt_id': it,
        if (score case final it?) 'score': it,
        if (status case final it?) 'status': it.toJson(),
        if (timeSpentSeconds case final it?) 'time_spent_seconds': it,
      };
}

enum CompletionStatus {
  inProgress('in_progress'),
  completed('completed'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const CompletionStatus(this.wire);

  static CompletionStatus fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class CourseBody {
  const CourseBody({this.buildsOn, required this.description, this.descriptionVi, this.dryRun, required this.language, required this.level, required this.slug, this.thumbnailUrl, required this.title, this.titleVi, required this.units});

  factory CourseBody.fromJson(Object? json) {
    final map = asObject(json);
    return CourseBody(
      buildsOn: map.readOrNull('builds_on', listOf(asString)),
      description: map.read('description', asString),
      descriptionVi: map.readOrNull('description_vi', asString),
      dryRun: map.readOrNull('dry_run', asBool),
      language: map.read('language', asString),
      level: map.read('level', asString),
      slug: map.read('slug', asString),
      thumbnailUrl: map.readOrNull('thumbnail_url', asString),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
      units: map.read('units', listOf(CourseDraftUnit.fromJson)),
    );
  }

  final List<String>? buildsOn;
  final String description;
  final String? descriptionVi;
  final bool? dryRun;
  final String language;
  final String level;
  final String slug;
  final String? thumbnailUrl;
  final String title;
  final String? titleVi;
  final List<CourseDraftUnit> units;

  Json toJson() => {
        if (buildsOn case final it?) 'builds_on': it,
        'description': description,
        if (descriptionVi case final it?) 'description_vi': it,
        if (dryRun case final it?) 'dry_run': it,
        'language': language,
        'level': level,
        'slug': slug,
        if (thumbnailUrl case final it?) 'thumbnail_url': it,
        'title': title,
        if (titleVi case final it?) 'title_vi': it,
        'units': [for (final item in units) item.toJson()],
      };
}

final class CourseDraftExercise {
  const CourseDraftExercise({this.alternatives, required this.answer, this.audioText, this.choices, this.explanationVi, this.hintVi, required this.kind, this.pairs, required this.prompt, this.promptVi, required this.slug, this.tokens});

  factory CourseDraftExercise.fromJson(Object? json) {
    final map = asObject(json);
    return CourseDraftExercise(
      alternatives: map.readOrNull('alternatives', listOf(asString)),
      answer: map.read('answer', asString),
      audioText: map.readOrNull('audio_text', asString),
      choices: map.readOrNull('choices', listOf(asString)),
      explanationVi: map.readOrNull('explanation_vi', asString),
      hintVi: map.readOrNull('hint_vi', asString),
      kind: map.read('kind', asString),
      pairs: map.readOrNull('pairs', listOf(CourseDraftPair.fromJson)),
      prompt: map.read('prompt', asString),
      promptVi: map.readOrNull('prompt_vi', asString),
      slug: map.read('slug', asString),
      tokens: map.readOrNull('tokens', listOf(asString)),
    );
  }

  final List<String>? alternatives;
  final String answer;
  final String? audioText;
  final List<String>? choices;
  final String? explanationVi;
  final String? hintVi;
  final String kind;
  final List<CourseDraftPair>? pairs;
  final String prompt;
  final String? promptVi;
  final String slug;
  final List<String>? tokens;

  Json toJson() => {
        if (alternatives case final it?) 'alternatives': it,
        'answer': answer,
        if (audioText case final it?) 'audio_text': it,
        if (choices case final it?) 'choices': it,
        if (explanationVi case final it?) 'explanation_vi': it,
        if (hintVi case final it?) 'hint_vi': it,
        'kind': kind,
        if (pairs case final it?) 'pairs': [for (final item in it) item.toJson()],
        'prompt': prompt,
        if (promptVi case final it?) 'prompt_vi': it,
        'slug': slug,
        if (tokens case final it?) 'tokens': it,
      };
}

final class CourseDraftLesson {
  const CourseDraftLesson({this.descriptionVi, this.dialogue, required this.estimatedMinutes, required this.exercises, this.newWords, required this.slug, this.theoryVi, required this.title, this.titleVi});

  factory CourseDraftLesson.fromJson(Object? json) {
    final map = asObject(json);
    return CourseDraftLesson(
      descriptionVi: map.readOrNull('description_vi', asString),
      dialogue: map.readOrNull('dialogue', listOf(DialogueLine.fromJson)),
      estimatedMinutes: map.read('estimated_minutes', asInt),
      exercises: map.read('exercises', listOf(CourseDraftExercise.fromJson)),
      newWords: map.readOrNull('new_words', listOf(asString)),
      slug: map.read('slug', asString),
      theoryVi: map.readOrNull('theory_vi', asString),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
    );
  }

  final String? descriptionVi;
  final List<DialogueLine>? dialogue;
  final int estimatedMinutes;
  final List<CourseDraftExercise> exercises;
  final List<String>? newWords;
  final String slug;
  final String? theoryVi;
  final String title;
  final String? titleVi;

  Json toJson() => {
        if (descriptionVi case final it?) 'description_vi': it,
        if (dialogue case final it?) 'dialogue': [for (final item in it) item.toJson()],
        'estimated_minutes': estimatedMinutes,
        'exercises': [for (final item in exercises) item.toJson()],
        if (newWords case final it?) 'new_words': it,
        'slug': slug,
        if (theoryVi case final it?) 'theory_vi': it,
        'title': title,
        if (titleVi case final it?) 'title_vi': it,
      };
}

final class CourseDraftPair {
  const CourseDraftPair({required this.left, required this.right});

  factory CourseDraftPair.fromJson(Object? json) {
    final map = asObject(json);
    return CourseDraftPair(
      left: map.read('left', asString),
      right: map.read('right', asString),
    );
  }

  final String left;
  final String right;

  Json toJson() => {
        'left': left,
        'right': right,
      };
}

final class CourseDraftUnit {
  const CourseDraftUnit({this.descriptionVi, required this.lessons, required this.slug, required this.title, this.titleVi});

  factory CourseDraftUnit.fromJson(Object? json) {
    final map = asObject(json);
    return CourseDraftUnit(
      descriptionVi: map.readOrNull('description_vi', asString),
      lessons: map.read('lessons', listOf(CourseDraftLesson.fromJson)),
      slug: map.read('slug', asString),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
    );
  }

  final String? descriptionVi;
  final List<CourseDraftLesson> lessons;
  final String slug;
  final String title;
  final String? titleVi;

  Json toJson() => {
        if (descriptionVi case final it?) 'description_vi': it,
        'lessons': [for (final item in lessons) item.toJson()],
        'slug': slug,
        'title': title,
        if (titleVi case final it?) 'title_vi': it,
      };
}

final class CourseImport {
  const CourseImport({required this.changes, required this.dryRun, required this.edition, required this.id, required this.isPublished, required this.slug});

  factory CourseImport.fromJson(Object? json) {
    final map = asObject(json);
    return CourseImport(
      changes: map.read('changes', listOf(CourseImportChange.fromJson)),
      dryRun: map.read('dry_run', asBool),
      edition: map.read('edition', asInt),
      id: map.read('id', asString),
      isPublished: map.read('is_published', asBool),
      slug: map.read('slug', asString),
    );
  }

  final List<CourseImportChange> changes;
  final bool dryRun;
  final int edition;
  final String id;
  final bool isPublished;
  final String slug;
}

final class CourseImportChange {
  const CourseImportChange({required this.change, required this.fields, required this.path, required this.what});

  factory CourseImportChange.fromJson(Object? json) {
    final map = asObject(json);
    return CourseImportChange(
      change: map.read('change', asString),
      fields: map.read('fields', listOf(asString)),
      path: map.read('path', asString),
      what: map.read('what', asString),
    );
  }

  final String change;
  final List<String> fields;
  final String path;
  final String what;
}

final class CourseItem {
  const CourseItem({required this.completedLessons, required this.description, this.descriptionVi, required this.edition, required this.estimatedMinutes, required this.id, required this.isCompleted, required this.isEnrolled, required this.isLocked, required this.language, required this.level, required this.progressPercentage, required this.stars, this.thumbnailUrl, required this.title, this.titleVi, required this.totalLessons});

  factory CourseItem.fromJson(Object? json) {
    final map = asObject(json);
    return CourseItem(
      completedLessons: map.read('completed_lessons', asInt),
      description: map.read('description', asString),
      descriptionVi: map.readOrNull('description_vi', asString),
      edition: map.read('edition', asInt),
      estimatedMinutes: map.read('estimated_minutes', asInt),
      id: map.read('id', asString),
      isCompleted: map.read('is_completed', asBool),
      isEnrolled: map.read('is_enrolled', asBool),
      isLocked: map.read('is_locked', asBool),
      language: map.read('language', asString),
      level: map.read('level', asString),
      progressPercentage: map.read('progress_percentage', asInt),
      stars: map.read('stars', asInt),
      thumbnailUrl: map.readOrNull('thumbnail_url', asString),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
      totalLessons: map.read('total_lessons', asInt),
    );
  }

  final int completedLessons;
  final String description;
  final String? descriptionVi;
  final int edition;
  final int estimatedMinutes;
  final String id;
  final bool isCompleted;
  final bool isEnrolled;
  final bool isLocked;
  final String language;
  final String level;
  final int progressPercentage;
  final int stars;
  final String? thumbnailUrl;
  final String title;
  final String? titleVi;
  final int totalLessons;
}

final class CourseProgress {
  const CourseProgress({required this.completedLessons, required this.courseId, required this.progressPercentage, required this.title, required this.totalLessons});

  factory CourseProgress.fromJson(Object? json) {
    final map = asObject(json);
    return CourseProgress(
      completedLessons: map.read('completed_lessons', asInt),
      courseId: map.read('course_id', asString),
      progressPercentage: map.read('progress_percentage', asInt),
      title: map.read('title', asString),
      totalLessons: map.read('total_lessons', asInt),
    );
  }

  final int completedLessons;
  final String courseId;
  final int progressPercentage;
  final String title;
  final int totalLessons;
}

final class CourseUnit {
  const CourseUnit({required this.description, required this.id, required this.lessons, required this.orderIndex, required this.title, this.titleVi});

  factory CourseUnit.fromJson(Object? json) {
    final map = asObject(json);
    return CourseUnit(
      description: map.read('description', asString),
      id: map.read('id', asString),
      lessons: map.read('lessons', listOf(LessonItem.fromJson)),
      orderIndex: map.read('order_index', asInt),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
    );
  }

  final String description;
  final String id;
  final List<LessonItem> lessons;
  final int orderIndex;
  final String title;
  final String? titleVi;
}

final class CourseView {
  const CourseView({required this.completedLessons, required this.description, this.descriptionVi, required this.edition, required this.estimatedMinutes, required this.id, required this.isCompleted, required this.isEnrolled, required this.isLocked, required this.language, required this.level, required this.progressPercentage, required this.requiresCourses, required this.stars, this.thumbnailUrl, required this.title, this.titleVi, required this.totalLessons, required this.units});

  factory CourseView.fromJson(Object? json) {
    final map = asObject(json);
    return CourseView(
      completedLessons: map.read('completed_lessons', asInt),
      description: map.read('description', asString),
      descriptionVi: map.readOrNull('description_vi', asString),
      edition: map.read('edition', asInt),
      estimatedMinutes: map.read('estimated_minutes', asInt),
      id: map.read('id', asString),
      isCompleted: map.read('is_completed', asBool),
      isEnrolled: map.read('is_enrolled', asBool),
      isLocked: map.read('is_locked', asBool),
      language: map.read('language', asString),
      level: map.read('level', asString),
      progressPercentage: map.read('progress_percentage', asInt),
      requiresCourses: map.read('requires_courses', listOf(asString)),
      stars: map.read('stars', asInt),
      thumbnailUrl: map.readOrNull('thumbnail_url', asString),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
      totalLessons: map.read('total_lessons', asInt),
      units: map.read('units', listOf(CourseUnit.fromJson)),
    );
  }

  final int completedLessons;
  final String description;
  final String? descriptionVi;
  final int edition;
  final int estimatedMinutes;
  final String id;
  final bool isCompleted;
  final bool isEnrolled;
  final bool isLocked;
  final String language;
  final String level;
  final int progressPercentage;
  final List<String> requiresCourses;
  final int stars;
  final String? thumbnailUrl;
  final String title;
  final String? titleVi;
  final int totalLessons;
  final List<CourseUnit> units;
}

final class DialogueLine {
  const DialogueLine({required this.speaker, required this.text, this.textVi});

  factory DialogueLine.fromJson(Object? json) {
    final map = asObject(json);
    return DialogueLine(
      speaker: map.read('speaker', asString),
      text: map.read('text', asString),
      textVi: map.readOrNull('text_vi', asString),
    );
  }

  final String speaker;
  final String text;
  final String? textVi;

  Json toJson() => {
        'speaker': speaker,
        'text': text,
        if (textVi case final it?) 'text_vi': it,
      };
}

final class DraftView {
  const DraftView({required this.course, required this.edition, required this.id, required this.isPublished});

  factory DraftView.fromJson(Object? json) {
    final map = asObject(json);
    return DraftView(
      course: map.read('course', CourseBody.fromJson),
      edition: map.read('edition', asInt),
      id: map.read('id', asString),
      isPublished: map.read('is_published', asBool),
    );
  }

  final CourseBody course;
  final int edition;
  final String id;
  final bool isPublished;
}

final class EasyDays {
  const EasyDays({required this.friday, required this.monday, required this.saturday, required this.sunday, required this.thursday, required this.tuesday, required this.wednesday});

  factory EasyDays.fromJson(Object? json) {
    final map = asObject(json);
    return EasyDays(
      friday: map.read('friday', asDouble),
      monday: map.read('monday', asDouble),
      saturday: map.read('saturday', asDouble),
      sunday: map.read('sunday', asDouble),
      thursday: map.read('thursday', asDouble),
      tuesday: map.read('tuesday', asDouble),
      wednesday: map.read('wednesday', asDouble),
    );
  }

  final double friday;
  final double monday;
  final double saturday;
  final double sunday;
  final double thursday;
  final double tuesday;
  final double wednesday;

  Json toJson() => {
        'friday': friday,
        'monday': monday,
        'saturday': saturday,
        'sunday': sunday,
        'thursday': thursday,
        'tuesday': tuesday,
        'wednesday': wednesday,
      };
}

final class EditWord {
  const EditWord({this.buried, this.exampleSentence, this.note, this.pronunciation, this.suspended, this.tags, this.translation, this.word});

  final bool? buried;
  final String? exampleSentence;
  final String? note;
  final String? pronunciation;
  final bool? suspended;
  final List<String>? tags;
  final String? translation;
  final String? word;

  Json toJson() => {
        if (buried case final it?) 'buried': it,
        if (exampleSentence case final it?) 'example_sentence': it,
        if (note case final it?) 'note': it,
        if (pronunciation case final it?) 'pronunciation': it,
        if (suspended case final it?) 'suspended': it,
        if (tags case final it?) 'tags': it,
        if (translation case final it?) 'translation': it,
        if (word case final it?) 'word': it,
      };
}

final class EnrolmentView {
  const EnrolmentView({required this.courseId, required this.enrolledAt});

  factory EnrolmentView.fromJson(Object? json) {
    final map = asObject(json);
    return EnrolmentView(
      courseId: map.read('course_id', asString),
      enrolledAt: map.read('enrolled_at', asDateTime),
    );
  }

  final String courseId;
  final DateTime enrolledAt;
}

final class ForecastDay {
  const ForecastDay({required this.day, required this.due, required this.minutes, required this.newWords, required this.reviews});

  factory ForecastDay.fromJson(Object? json) {
    final map = asObject(json);
    return ForecastDay(
      day: map.read('day', asDateTime),
      due: map.read('due', asInt),
      minutes: map.read('minutes', asDouble),
      newWords: map.read('new_words', asDouble),
      reviews: map.read('reviews', asDouble),
    );
  }

  final DateTime day;
  final int due;
  final double minutes;
  final double newWords;
  final double reviews;
}

final class ForecastView {
  const ForecastView({required this.days, required this.fresh, required this.overdue});

  factory ForecastView.fromJson(Object? json) {
    final map = asObject(json);
    return ForecastView(
      days: map.read('days', listOf(ForecastDay.fromJson)),
      fresh: map.read('fresh', asInt),
      overdue: map.read('overdue', asInt),
    );
  }

  final List<ForecastDay> days;
  final int fresh;
  final int overdue;
}

final class GoalBody {
  const GoalBody({required this.kind, required this.target});

  /// what is counted from Monday to Sunday
  final GoalKind kind;
  final int target;

  Json toJson() => {
        'kind': kind.toJson(),
        'target': target,
      };
}

enum GoalKind {
  xp('xp'),
  minutes('minutes'),
  lessons('lessons'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const GoalKind(this.wire);

  static GoalKind fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class GoalView {
  const GoalView({required this.daysLeft, required this.isReached, required this.kind, required this.percentage, required this.progress, required this.target, required this.week});

  factory GoalView.fromJson(Object? json) {
    final map = asObject(json);
    return GoalView(
      daysLeft: map.read('days_left', asInt),
      isReached: map.read('is_reached', asBool),
      kind: map.read('kind', GoalKind.fromJson),
      percentage: map.read('percentage', asInt),
      progress: map.read('progress', asInt),
      target: map.read('target', asInt),
      week: map.read('week', asDateTime),
    );
  }

  final int daysLeft;
  final bool isReached;
  final GoalKind kind;
  final int percentage;
  final int progress;
  final int target;
  final DateTime week;
}

final class HintBody {
  const HintBody({required this.exerciseId});

  final String exerciseId;

  Json toJson() => {
        'exercise_id': exerciseId,
      };
}

final class HintView {
  const HintView({required this.eliminated, required this.exerciseId, required this.hint, this.hintVi, required this.points});

  factory HintView.fromJson(Object? json) {
    final map = asObject(json);
    return HintView(
      eliminated: map.read('eliminated', listOf(asString)),
      exerciseId: map.read('exercise_id', asString),
      hint: map.read('hint', asString),
      hintVi: map.readOrNull('hint_vi', asString),
      points: map.read('points', asInt),
    );
  }

  final List<String> eliminated;
  final String exerciseId;
  final String hint;
  final String? hintVi;
  final int points;
}

final class LeaderboardEntry {
  const LeaderboardEntry({this.displayName, required this.isMe, required this.rank, required this.xp});

  factory LeaderboardEntry.fromJson(Object? json) {
    final map = asObject(json);
    return LeaderboardEntry(
      displayName: map.readOrNull('display_name', asString),
      isMe: map.read('is_me', asBool),
      rank: map.read('rank', asInt),
      xp: map.read('xp', asInt),
    );
  }

  final String? displayName;
  final bool isMe;
  final int rank;
  final int xp;
}

enum LeaderboardWeek {
  current('current'),
  previous('previous'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const LeaderboardWeek(this.wire);

  static LeaderboardWeek fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class LeechView {
  const LeechView({required this.lapses, required this.reason, required this.reasonVi, required this.suspended});

  factory LeechView.fromJson(Object? json) {
    final map = asObject(json);
    return LeechView(
      lapses: map.read('lapses', asInt),
      reason: map.read('reason', asString),
      reasonVi: map.read('reason_vi', asString),
      suspended: map.read('suspended', asBool),
    );
  }

  final int lapses;
  final String reason;
  final String reasonVi;
  final bool suspended;
}

final class LessonContent {
  const LessonContent({required this.dialogue, required this.newWords, this.theoryVi});

  factory LessonContent.fromJson(Object? json) {
    final map = asObject(json);
    return LessonContent(
      dialogue: map.read('dialogue', listOf(DialogueLine.fromJson)),
      newWords: map.read('new_words', listOf(asString)),
      theoryVi: map.readOrNull('theory_vi', asString),
    );
  }

  final List<DialogueLine> dialogue;
  final List<String> newWords;
  final String? theoryVi;
}

final class LessonExercise {
  const LessonExercise({this.audioText, this.audioToken, required this.choices, required this.hasHint, required this.id, required this.kind, required this.lefts, required this.prompt, this.promptVi, required this.rights, required this.tokens});

  factory LessonExercise.fromJson(Object? json) {
    final map = asObject(json);
    return LessonExercise(
      audioText: map.readOrNull('audio_text', asString),
      audioToken: map.readOrNull('audio_token', asString),
      choices: map.read('choices', listOf(asString)),
      hasHint: map.read('has_hint', asBool),
      id: map.read('id', asString),
      kind: map.read('kind', asString),
      lefts: map.read('lefts', listOf(asString)),
      prompt: map.read('prompt', asString),
      promptVi: map.readOrNull('prompt_vi', asString),
      rights: map.read('rights', listOf(asString)),
      tokens: map.read('tokens', listOf(asString)),
    );
  }

  final String? audioText;
  final String? audioToken;
  final List<String> choices;
  final bool hasHint;
  final String id;
  final String kind;
  final List<String> lefts;
  final String prompt;
  final String? promptVi;
  final List<String> rights;
  final List<String> tokens;
}

final class LessonItem {
  const LessonItem({this.bestScore, required this.description, required this.estimatedMinutes, required this.id, required this.isCompleted, required this.isLocked, required this.orderIndex, required this.stars, required this.title, this.titleVi, required this.totalExercises, required this.unitId});

  factory LessonItem.fromJson(Object? json) {
    final map = asObject(json);
    return LessonItem(
      bestScore: map.readOrNull('best_score', asInt),
      description: map.read('description', asString),
      estimatedMinutes: map.read('estimated_minutes', asInt),
      id: map.read('id', asString),
      isCompleted: map.read('is_completed', asBool),
      isLocked: map.read('is_locked', asBool),
      orderIndex: map.read('order_index', asInt),
      stars: map.read('stars', asInt),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
      totalExercises: map.read('total_exercises', asInt),
      unitId: map.read('unit_id', asString),
    );
  }

  final int? bestScore;
  final String description;
  final int estimatedMinutes;
  final String id;
  final bool isCompleted;
  final bool isLocked;
  final int orderIndex;
  final int stars;
  final String title;
  final String? titleVi;
  final int totalExercises;
  final String unitId;
}

final class LessonResult {
  const LessonResult({required this.attempts, required this.bestScore, this.completedAt, required this.name, required this.stars, required this.status, required this.timeSpentSeconds, required this.updatedAt, required this.userId});

  factory LessonResult.fromJson(Object? json) {
    final map = asObject(json);
    return LessonResult(
      attempts: map.read('attempts', asInt),
      bestScore: map.read('best_score', asInt),
      completedAt: map.readOrNull('completed_at', asDateTime),
      name: map.read('name', asString),
      stars: map.read('stars', asInt),
      status: map.read('status', asString),
      timeSpentSeconds: map.read('time_spent_seconds', asInt),
      updatedAt: map.read('updated_at', asDateTime),
      userId: map.read('user_id', asString),
    );
  }

  final int attempts;
  final int bestScore;
  final DateTime? completedAt;
  final String name;
  final int stars;
  final String status;
  final int timeSpentSeconds;
  final DateTime updatedAt;
  final String userId;
}

final class LessonScore {
  const LessonScore({required this.answered, required this.correct, required this.hints, required this.percentage, required this.total});

  factory LessonScore.fromJson(Object? json) {
    final map = asObject(json);
    return LessonScore(
      answered: map.read('answered', asInt),
      correct: map.read('correct', asInt),
      hints: map.read('hints', asInt),
      percentage: map.read('percentage', asInt),
      total: map.read('total', asInt),
    );
  }

  final int answered;
  final int correct;
  final int hints;
  final int percentage;
  final int total;
}

final class LessonView {
  const LessonView({this.bestScore, required this.content, required this.courseId, required this.description, required this.edition, required this.estimatedMinutes, required this.exercises, required this.id, required this.isCompleted, required this.isLocked, required this.orderIndex, required this.stars, required this.title, this.titleVi, required this.unitId});

  factory LessonView.fromJson(Object? json) {
    final map = asObject(json);
    return LessonView(
      bestScore: map.readOrNull('best_score', asInt),
      content: map.read('content', LessonContent.fromJson),
      courseId: map.read('course_id', asString),
      description: map.read('description', asString),
      edition: map.read('edition', asInt),
      estimatedMinutes: map.read('estimated_minutes', asInt),
      exercises: map.read('exercises', listOf(LessonExercise.fromJson)),
      id: map.read('id', asString),
      isCompleted: map.read('is_completed', asBool),
      isLocked: map.read('is_locked', asBool),
      orderIndex: map.read('order_index', asInt),
      stars: map.read('stars', asInt),
      title: map.read('title', asString),
      titleVi: map.readOrNull('title_vi', asString),
      unitId: map.read('unit_id', asString),
    );
  }

  final int? bestScore;
  final LessonContent content;
  final String courseId;
  final String description;
  final int edition;
  final int estimatedMinutes;
  final List<LessonExercise> exercises;
  final String id;
  final bool isCompleted;
  final bool isLocked;
  final int orderIndex;
  final int stars;
  final String title;
  final String? titleVi;
  final String unitId;
}

final class LoadDay {
  const LoadDay({required this.day, required this.due});

  factory LoadDay.fromJson(Object? json) {
    final map = asObject(json);
    return LoadDay(
      day: map.read('day', asDateTime),
      due: map.read('due', asInt),
    );
  }

  final DateTime day;
  final int due;
}

final class MyAchievements {
  const MyAchievements({required this.items, required this.total, required this.unlocked});

  factory MyAchievements.fromJson(Object? json) {
    final map = asObject(json);
    return MyAchievements(
      items: map.read('items', listOf(AchievementProgress.fromJson)),
      total: map.read('total', asInt),
      unlocked: map.read('unlocked', asInt),
    );
  }

  final List<AchievementProgress> items;
  final int total;
  final int unlocked;
}

final class NewPersonalToken {
  const NewPersonalToken({required this.expiresInDays, required this.name, required this.scopes});

  final int expiresInDays;
  final String name;
  /// read: the Backend's GET routes; write: its other routes; ai: the AI service
  final List<TokenScope> scopes;

  Json toJson() => {
        'expires_in_days': expiresInDays,
        'name': name,
        'scopes': [for (final item in scopes) item.toJson()],
      };
}

final class PasswordChange {
  const PasswordChange({required this.currentPassword, required this.newPassword});

  final String currentPassword;
  final String newPassword;

  Json toJson() => {
        'current_password': currentPassword,
        'new_password': newPassword,
      };
}

final class PersonalTokenGiven {
  const PersonalTokenGiven({required this.createdAt, required this.expiresAt, required this.id, required this.lastFour, required this.name, required this.scopes, required this.token});

  factory PersonalTokenGiven.fromJson(Object? json) {
    final map = asObject(json);
    return PersonalTokenGiven(
      createdAt: map.read('created_at', asDateTime),
      expiresAt: map.read('expires_at', asDateTime),
      id: map.read('id', asString),
      lastFour: map.read('last_four', asString),
      name: map.read('name', asString),
      scopes: map.read('scopes', listOf(TokenScope.fromJson)),
      token: map.read('token', asString),
    );
  }

  final DateTime createdAt;
  final DateTime expiresAt;
  final String id;
  final String lastFour;
  final String name;
  final List<TokenScope> scopes;
  final String token;
}

final class PersonalTokenView {
  const PersonalTokenView({required this.createdAt, required this.expiresAt, required this.id, required this.lastFour, required this.name, required this.scopes});

  factory PersonalTokenView.fromJson(Object? json) {
    final map = asObject(json);
    return PersonalTokenView(
      createdAt: map.read('created_at', asDateTime),
      expiresAt: map.read('expires_at', asDateTime),
      id: map.read('id', asString),
      lastFour: map.read('last_four', asString),
      name: map.read('name', asString),
      scopes: map.read('scopes', listOf(TokenScope.fromJson)),
    );
  }

  final DateTime createdAt;
  final DateTime expiresAt;
  final String id;
  final String lastFour;
  final String name;
  final List<TokenScope> scopes;
}

final class ProfileChange {
  const ProfileChange({this.avatarUrl, this.dailyGoal, this.displayName, this.level, this.nativeLanguage, this.settings, this.targetLanguage, this.timeZone});

  final String? avatarUrl;
  /// XP a day
  final int? dailyGoal;
  final String? displayName;
  final String? level;
  final String? nativeLanguage;
  final ProfileChangeSettings? settings;
  final String? targetLanguage;
  /// must be an IANA time zone such as Asia/Ho_Chi_Minh
  final String? timeZone;

  Json toJson() => {
        if (avatarUrl case final it?) 'avatar_url': it,
        if (dailyGoal case final it?) 'daily_goal': it,
        if (displayName case final it?) 'display_name': it,
        if (level case final it?) 'level': it,
        if (nativeLanguage case final it?) 'native_language': it,
        if (settings case final it?) 'settings': it.toJson(),
        if (targetLanguage case final it?) 'target_language': it,
        if (timeZone case final it?) 'time_zone': it,
      };
}

final class ProfileChangeSettings {
  const ProfileChangeSettings({this.desiredRetention, this.easyDays, this.leaderboard, this.newPerDay, this.reviewsPerDay, this.scheduler});

  /// share of words to be known when they are asked
  final double? desiredRetention;
  final EasyDays? easyDays;
  /// take part in the weekly leaderboard, and see it
  final bool? leaderboard;
  final int? newPerDay;
  final int? reviewsPerDay;
  final Scheduler? scheduler;

  Json toJson() => {
        if (desiredRetention case final it?) 'desired_retention': it,
        if (easyDays case final it?) 'easy_days': it.toJson(),
        if (leaderboard case final it?) 'leaderboard': it,
        if (newPerDay case final it?) 'new_per_day': it,
        if (reviewsPerDay case final it?) 'reviews_per_day': it,
        if (scheduler case final it?) 'scheduler': it.toJson(),
      };
}

final class ProgressRow {
  const ProgressRow({required this.achievementsUnlocked, required this.attempts, this.completedAt, required this.courseId, required this.isCourseCompleted, required this.lessonId, required this.score, required this.stars, required this.status, required this.streak, required this.timeSpentSeconds, required this.xpEarned});

  factory ProgressRow.fromJson(Object? json) {
    final map = asObject(json);
    return ProgressRow(
      achievementsUnlocked: map.read('achievements_unlocked', listOf(UnlockedAchievement.fromJson)),
      attempts: map.read('attempts', asInt),
      completedAt: map.readOrNull('completed_at', asDateTime),
      courseId: map.read('course_id', asString),
      isCourseCompleted: map.read('is_course_completed', asBool),
      lessonId: map.read('lesson_id', asString),
      score: map.read('score', asInt),
      stars: map.read('stars', asInt),
      status: map.read('status', asString),
      streak: map.read('streak', StreakSummary.fromJson),
      timeSpentSeconds: map.read('time_spent_seconds', asInt),
      xpEarned: map.read('xp_earned', asInt),
    );
  }

  final List<UnlockedAchievement> achievementsUnlocked;
  final int attempts;
  final DateTime? completedAt;
  final String courseId;
  final bool isCourseCompleted;
  final String lessonId;
  final int score;
  final int stars;
  final String status;
  final StreakSummary streak;
  final int timeSpentSeconds;
  final int xpEarned;
}

final class ProgressStats {
  const ProgressStats({this.accuracy, required this.days, required this.lessons, required this.minutes, this.retention, required this.reviews, required this.timeBySkill, required this.wordsAdded, required this.wordsKnown, required this.xp});

  factory ProgressStats.fromJson(Object? json) {
    final map = asObject(json);
    return ProgressStats(
      accuracy: map.readOrNull('accuracy', asDouble),
      days: map.read('days', listOf(ProgressStatsDay.fromJson)),
      lessons: map.read('lessons', asInt),
      minutes: map.read('minutes', asInt),
      retention: map.readOrNull('retention', asDouble),
      reviews: map.read('reviews', asInt),
      timeBySkill: map.read('time_by_skill', listOf(SkillTime.fromJson)),
      wordsAdded: map.read('words_added', asInt),
      wordsKnown: map.read('words_known', asInt),
      xp: map.read('xp', asInt),
    );
  }

  final double? accuracy;
  final List<ProgressStatsDay> days;
  final int lessons;
  final int minutes;
  final double? retention;
  final int reviews;
  final List<SkillTime> timeBySkill;
  final int wordsAdded;
  final int wordsKnown;
  final int xp;
}

final class ProgressStatsDay {
  const ProgressStatsDay({required this.day, required this.lessons, required this.minutes, required this.reviews, required this.xp});

  factory ProgressStatsDay.fromJson(Object? json) {
    final map = asObject(json);
    return ProgressStatsDay(
      day: map.read('day', asDateTime),
      lessons: map.read('lessons', asInt),
      minutes: map.read('minutes', asInt),
      reviews: map.read('reviews', asInt),
      xp: map.read('xp', asInt),
    );
  }

  final DateTime day;
  final int lessons;
  final int minutes;
  final int reviews;
  final int xp;
}

enum ProgressStatsRange {
  week('week'),
  month('month'),
  quarter('quarter'),
  year('year'),
  all('all'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const ProgressStatsRange(this.wire);

  static ProgressStatsRange fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class ProgressSummary {
  const ProgressSummary({required this.coursesEnrolled, required this.currentStreak, required this.lessonsCompleted, required this.timeSpentSeconds, required this.totalXp, required this.wordsLearning});

  factory ProgressSummary.fromJson(Object? json) {
    final map = asObject(json);
    return ProgressSummary(
      coursesEnrolled: map.read('courses_enrolled', asInt),
      currentStreak: map.read('current_streak', asInt),
      lessonsCompleted: map.read('lessons_completed', asInt),
      timeSpentSeconds: map.read('time_spent_seconds', asInt),
      totalXp: map.read('total_xp', asInt),
      wordsLearning: map.read('words_learning', asInt),
    );
  }

  final int coursesEnrolled;
  final int currentStreak;
  final int lessonsCompleted;
  final int timeSpentSeconds;
  final int totalXp;
  final int wordsLearning;
}

final class ProgressView {
  const ProgressView({required this.courseProgress, required this.recentActivity, required this.summary});

  factory ProgressView.fromJson(Object? json) {
    final map = asObject(json);
    return ProgressView(
      courseProgress: map.read('course_progress', listOf(CourseProgress.fromJson)),
      recentActivity: map.read('recent_activity', listOf(RecentActivity.fromJson)),
      summary: map.read('summary', ProgressSummary.fromJson),
    );
  }

  final List<CourseProgress> courseProgress;
  final List<RecentActivity> recentActivity;
  final ProgressSummary summary;
}

final class PublishBody {
  const PublishBody({required this.published});

  final bool published;

  Json toJson() => {
        'published': published,
      };
}

final class QueueCounts {
  const QueueCounts({required this.fresh, required this.learning, required this.review});

  factory QueueCounts.fromJson(Object? json) {
    final map = asObject(json);
    return QueueCounts(
      fresh: map.read('fresh', asInt),
      learning: map.read('learning', asInt),
      review: map.read('review', asInt),
    );
  }

  final int fresh;
  final int learning;
  final int review;
}

final class QueueItem {
  const QueueItem({required this.previews, required this.word});

  factory QueueItem.fromJson(Object? json) {
    final map = asObject(json);
    return QueueItem(
      previews: map.read('previews', QueuePreviews.fromJson),
      word: map.read('word', WordView.fromJson),
    );
  }

  final QueuePreviews previews;
  final WordView word;
}

final class QueuePreviews {
  const QueuePreviews({required this.again, required this.easy, required this.good, required this.hard});

  factory QueuePreviews.fromJson(Object? json) {
    final map = asObject(json);
    return QueuePreviews(
      again: map.read('again', asInt),
      easy: map.read('easy', asInt),
      good: map.read('good', asInt),
      hard: map.read('hard', asInt),
    );
  }

  final int again;
  final int easy;
  final int good;
  final int hard;
}

final class QueueView {
  const QueueView({required this.counts, required this.items, this.nextDueAt});

  factory QueueView.fromJson(Object? json) {
    final map = asObject(json);
    return QueueView(
      counts: map.read('counts', QueueCounts.fromJson),
      items: map.read('items', listOf(QueueItem.fromJson)),
      nextDueAt: map.readOrNull('next_due_at', asDateTime),
    );
  }

  final QueueCounts counts;
  final List<QueueItem> items;
  final DateTime? nextDueAt;
}

final class RecentActivity {
  const RecentActivity({required this.kind, required this.occurredAt, required this.title});

  factory RecentActivity.fromJson(Object? json) {
    final map = asObject(json);
    return RecentActivity(
      kind: map.read('kind', asString),
      occurredAt: map.read('occurred_at', asDateTime),
      title: map.read('title', asString),
    );
  }

  final String kind;
  final DateTime occurredAt;
  final String title;
}

final class RetentionRow {
  const RetentionRow({required this.mature, required this.period, required this.total, required this.young});

  factory RetentionRow.fromJson(Object? json) {
    final map = asObject(json);
    return RetentionRow(
      mature: map.read('mature', VocabularyRetention.fromJson),
      period: map.read('period', asString),
      total: map.read('total', VocabularyRetention.fromJson),
      young: map.read('young', VocabularyRetention.fromJson),
    );
  }

  final VocabularyRetention mature;
  final String period;
  final VocabularyRetention total;
  final VocabularyRetention young;
}

final class ReviewBody {
  const ReviewBody({this.clientId, this.quality, this.rating, this.reviewedAt, this.timeSpentMs});

  /// the client's id of this review; sent twice, it counts once
  final String? clientId;
  final int? quality;
  final ReviewRating? rating;
  /// for reviews done offline
  final DateTime? reviewedAt;
  final int? timeSpentMs;

  Json toJson() => {
        if (clientId case final it?) 'client_id': it,
        if (quality case final it?) 'quality': it,
        if (rating case final it?) 'rating': it.toJson(),
        if (reviewedAt case final it?) 'reviewed_at': timeToJson(it),
        if (timeSpentMs case final it?) 'time_spent_ms': it,
      };
}

enum ReviewRating {
  again('again'),
  hard('hard'),
  good('good'),
  easy('easy'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const ReviewRating(this.wire);

  static ReviewRating fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class ReviewView {
  const ReviewView({required this.achievementsUnlocked, required this.currentStreak, required this.intervalDays, required this.intervalSeconds, required this.isDuplicate, required this.isLeech, this.leech, required this.word, required this.xpEarned});

  factory ReviewView.fromJson(Object? json) {
    final map = asObject(json);
    return ReviewView(
      achievementsUnlocked: map.read('achievements_unlocked', listOf(UnlockedAchievement.fromJson)),
      currentStreak: map.read('current_streak', asInt),
      intervalDays: map.read('interval_days', asInt),
      intervalSeconds: map.read('interval_seconds', asInt),
      isDuplicate: map.read('is_duplicate', asBool),
      isLeech: map.read('is_leech', asBool),
      leech: map.readOrNull('leech', LeechView.fromJson),
      word: map.read('word', WordView.fromJson),
      xpEarned: map.read('xp_earned', asInt),
    );
  }

  final List<UnlockedAchievement> achievementsUnlocked;
  final int currentStreak;
  final int intervalDays;
  final int intervalSeconds;
  final bool isDuplicate;
  final bool isLeech;
  final LeechView? leech;
  final WordView word;
  final int xpEarned;
}

final class RoleChange {
  const RoleChange({required this.role});

  final UserRole role;

  Json toJson() => {
        'role': role.toJson(),
      };
}

enum Scheduler {
  fsrs('fsrs'),
  sm2('sm2'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const Scheduler(this.wire);

  static Scheduler fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class SimulationDay {
  const SimulationDay({required this.day, required this.knownWords, required this.minutes, required this.newWords, required this.reviews});

  factory SimulationDay.fromJson(Object? json) {
    final map = asObject(json);
    return SimulationDay(
      day: map.read('day', asDateTime),
      knownWords: map.read('known_words', asDouble),
      minutes: map.read('minutes', asDouble),
      newWords: map.read('new_words', asDouble),
      reviews: map.read('reviews', asDouble),
    );
  }

  final DateTime day;
  final double knownWords;
  final double minutes;
  final double newWords;
  final double reviews;
}

final class SimulationView {
  const SimulationView({required this.days, required this.knownWords, required this.minutesPerDay, required this.newPerDay, required this.retention, required this.reviews});

  factory SimulationView.fromJson(Object? json) {
    final map = asObject(json);
    return SimulationView(
      days: map.read('days', listOf(SimulationDay.fromJson)),
      knownWords: map.read('known_words', asDouble),
      minutesPerDay: map.read('minutes_per_day', asDouble),
      newPerDay: map.read('new_per_day', asInt),
      retention: map.read('retention', asDouble),
      reviews: map.read('reviews', asDouble),
    );
  }

  final List<SimulationDay> days;
  final double knownWords;
  final double minutesPerDay;
  final int newPerDay;
  final double retention;
  final double reviews;
}

final class SkillTime {
  const SkillTime({required this.seconds, required this.skill});

  factory SkillTime.fromJson(Object? json) {
    final map = asObject(json);
    return SkillTime(
      seconds: map.read('seconds', asInt),
      skill: map.read('skill', asString),
    );
  }

  final int seconds;
  final String skill;
}

final class StartBody {
  const StartBody({this.restart});

  final bool? restart;

  Json toJson() => {
        if (restart case final it?) 'restart': it,
      };
}

final class StreakSummary {
  const StreakSummary({required this.currentStreak, required this.isActiveToday, required this.longestStreak});

  factory StreakSummary.fromJson(Object? json) {
    final map = asObject(json);
    return StreakSummary(
      currentStreak: map.read('current_streak', asInt),
      isActiveToday: map.read('is_active_today', asBool),
      longestStreak: map.read('longest_streak', asInt),
    );
  }

  final int currentStreak;
  final bool isActiveToday;
  final int longestStreak;
}

final class StreakView {
  const StreakView({required this.atRisk, required this.calendar, required this.canRepair, required this.currentStreak, required this.freezes, required this.isActiveToday, this.lastActivityDate, required this.longestStreak, required this.totalDaysActive});

  factory StreakView.fromJson(Object? json) {
    final map = asObject(json);
    return StreakView(
      atRisk: map.read('at_risk', asBool),
      calendar: map.read('calendar', listOf(asDateTime)),
      canRepair: map.read('can_repair', asBool),
      currentStreak: map.read('current_streak', asInt),
      freezes: map.read('freezes', asInt),
      isActiveToday: map.read('is_active_today', asBool),
      lastActivityDate: map.readOrNull('last_activity_date', asDateTime),
      longestStreak: map.read('longest_streak', asInt),
      totalDaysActive: map.read('total_days_active', asInt),
    );
  }

  final bool atRisk;
  final List<DateTime> calendar;
  final bool canRepair;
  final int currentStreak;
  final int freezes;
  final bool isActiveToday;
  final DateTime? lastActivityDate;
  final int longestStreak;
  final int totalDaysActive;
}

final class TokenReply {
  const TokenReply({required this.accessToken, required this.email, required this.expiresIn, required this.refreshToken, required this.tokenType, required this.userId, required this.username});

  factory TokenReply.fromJson(Object? json) {
    final map = asObject(json);
    return TokenReply(
      accessToken: map.read('access_token', asString),
      email: map.read('email', asString),
      expiresIn: map.read('expires_in', asInt),
      refreshToken: map.read('refresh_token', asString),
      tokenType: map.read('token_type', asString),
      userId: map.read('user_id', asString),
      username: map.read('username', asString),
    );
  }

  final String accessToken;
  final String email;
  final int expiresIn;
  final String refreshToken;
  final String tokenType;
  final String userId;
  final String username;
}

enum TokenScope {
  read('read'),
  write('write'),
  ai('ai'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const TokenScope(this.wire);

  static TokenScope fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class UndoView {
  const UndoView({required this.currentStreak, required this.rating, required this.reviewedAt, required this.word, required this.xpTakenBack});

  factory UndoView.fromJson(Object? json) {
    final map = asObject(json);
    return UndoView(
      currentStreak: map.read('current_streak', asInt),
      rating: map.read('rating', ReviewRating.fromJson),
      reviewedAt: map.read('reviewed_at', asDateTime),
      word: map.read('word', WordView.fromJson),
      xpTakenBack: map.read('xp_taken_back', asInt),
    );
  }

  final int currentStreak;
  final ReviewRating rating;
  final DateTime reviewedAt;
  final WordView word;
  final int xpTakenBack;
}

final class UnlockedAchievement {
  const UnlockedAchievement({required this.code, required this.title, required this.titleVi, required this.xp});

  factory UnlockedAchievement.fromJson(Object? json) {
    final map = asObject(json);
    return UnlockedAchievement(
      code: map.read('code', asString),
      title: map.read('title', asString),
      titleVi: map.read('title_vi', asString),
      xp: map.read('xp', asInt),
    );
  }

  final String code;
  final String title;
  final String titleVi;
  final int xp;
}

final class UserItem {
  const UserItem({required this.createdAt, this.displayName, required this.email, required this.id, required this.isActive, required this.role, required this.username});

  factory UserItem.fromJson(Object? json) {
    final map = asObject(json);
    return UserItem(
      createdAt: map.read('created_at', asDateTime),
      displayName: map.readOrNull('display_name', asString),
      email: map.read('email', asString),
      id: map.read('id', asString),
      isActive: map.read('is_active', asBool),
      role: map.read('role', asString),
      username: map.read('username', asString),
    );
  }

  final DateTime createdAt;
  final String? displayName;
  final String email;
  final String id;
  final bool isActive;
  final String role;
  final String username;
}

enum UserRole {
  learner('learner'),
  teacher('teacher'),
  admin('admin'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const UserRole(this.wire);

  static UserRole fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class UserSettings {
  const UserSettings({required this.desiredRetention, required this.easyDays, required this.leaderboard, required this.newPerDay, required this.reviewsPerDay, required this.scheduler});

  factory UserSettings.fromJson(Object? json) {
    final map = asObject(json);
    return UserSettings(
      desiredRetention: map.read('desired_retention', asDouble),
      easyDays: map.read('easy_days', EasyDays.fromJson),
      leaderboard: map.read('leaderboard', asBool),
      newPerDay: map.read('new_per_day', asInt),
      reviewsPerDay: map.read('reviews_per_day', asInt),
      scheduler: map.read('scheduler', Scheduler.fromJson),
    );
  }

  final double desiredRetention;
  final EasyDays easyDays;
  final bool leaderboard;
  final int newPerDay;
  final int reviewsPerDay;
  final Scheduler scheduler;
}

final class UserView {
  const UserView({this.avatarUrl, required this.createdAt, required this.dailyGoal, this.displayName, required this.email, required this.id, required this.isActive, required this.level, required this.nativeLanguage, required this.role, required this.settings, required this.streak, required this.targetLanguage, required this.timeZone, required this.updatedAt, required this.username, required this.xp});

  factory UserView.fromJson(Object? json) {
    final map = asObject(json);
    return UserView(
      avatarUrl: map.readOrNull('avatar_url', asString),
      createdAt: map.read('created_at', asDateTime),
      dailyGoal: map.read('daily_goal', asInt),
      displayName: map.readOrNull('display_name', asString),
      email: map.read('email', asString),
      id: map.read('id', asString),
      isActive: map.read('is_active', asBool),
      level: map.read('level', asString),
      nativeLanguage: map.read('native_language', asString),
      role: map.read('role', asString),
      settings: map.read('settings', UserSettings.fromJson),
      streak: map.read('streak', asInt),
      targetLanguage: map.read('target_language', asString),
      timeZone: map.read('time_zone', asString),
      updatedAt: map.read('updated_at', asDateTime),
      username: map.read('username', asString),
      xp: map.read('xp', asInt),
    );
  }

  final String? avatarUrl;
  final DateTime createdAt;
  final int dailyGoal;
  final String? displayName;
  final String email;
  final String id;
  final bool isActive;
  final String level;
  final String nativeLanguage;
  final String role;
  final UserSettings settings;
  final int streak;
  final String targetLanguage;
  final String timeZone;
  final DateTime updatedAt;
  final String username;
  final int xp;
}

final class VocabularyRetention {
  const VocabularyRetention({this.rate, required this.recalled, required this.reviews});

  factory VocabularyRetention.fromJson(Object? json) {
    final map = asObject(json);
    return VocabularyRetention(
      rate: map.readOrNull('rate', asDouble),
      recalled: map.read('recalled', asInt),
      reviews: map.read('reviews', asInt),
    );
  }

  final double? rate;
  final int recalled;
  final int reviews;
}

final class VocabularyStats {
  const VocabularyStats({required this.due, required this.fresh, required this.learning, required this.leeches, required this.load, required this.mastered, required this.retention, required this.reviewing, required this.reviewsToday, required this.reviewsTotal, required this.suspended, required this.total, this.trueRetention});

  factory VocabularyStats.fromJson(Object? json) {
    final map = asObject(json);
    return VocabularyStats(
      due: map.read('due', asInt),
      fresh: map.read('fresh', asInt),
      learning: map.read('learning', asInt),
      leeches: map.read('leeches', asInt),
      load: map.read('load', listOf(LoadDay.fromJson)),
      mastered: map.read('mastered', asInt),
      retention: map.read('retention', listOf(RetentionRow.fromJson)),
      reviewing: map.read('reviewing', asInt),
      reviewsToday: map.read('reviews_today', asInt),
      reviewsTotal: map.read('reviews_total', asInt),
      suspended: map.read('suspended', asInt),
      total: map.read('total', asInt),
      trueRetention: map.readOrNull('true_retention', asDouble),
    );
  }

  final int due;
  final int fresh;
  final int learning;
  final int leeches;
  final List<LoadDay> load;
  final int mastered;
  final List<RetentionRow> retention;
  final int reviewing;
  final int reviewsToday;
  final int reviewsTotal;
  final int suspended;
  final int total;
  final double? trueRetention;
}

enum WordFileFormat {
  csv('csv'),
  anki('anki'),
  apkg('apkg'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const WordFileFormat(this.wire);

  static WordFileFormat fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class WordImport {
  const WordImport({required this.dryRun, required this.duplicates, required this.format, required this.imported, required this.refused, required this.reviews, required this.rows});

  factory WordImport.fromJson(Object? json) {
    final map = asObject(json);
    return WordImport(
      dryRun: map.read('dry_run', asBool),
      duplicates: map.read('duplicates', asInt),
      format: map.read('format', WordFileFormat.fromJson),
      imported: map.read('imported', asInt),
      refused: map.read('refused', asInt),
      reviews: map.read('reviews', asInt),
      rows: map.read('rows', listOf(WordImportRow.fromJson)),
    );
  }

  final bool dryRun;
  final int duplicates;
  final WordFileFormat format;
  final int imported;
  final int refused;
  final int reviews;
  final List<WordImportRow> rows;
}

final class WordImportRow {
  const WordImportRow({this.id, required this.line, this.reason, required this.result, required this.word});

  factory WordImportRow.fromJson(Object? json) {
    final map = asObject(json);
    return WordImportRow(
      id: map.readOrNull('id', asString),
      line: map.read('line', asInt),
      reason: map.readOrNull('reason', asString),
      result: map.read('result', WordImportRowResult.fromJson),
      word: map.read('word', asString),
    );
  }

  final String? id;
  final int line;
  final String? reason;
  final WordImportRowResult result;
  final String word;
}

enum WordImportRowResult {
  imported('imported'),
  duplicate('duplicate'),
  refused('refused'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const WordImportRowResult(this.wire);

  static WordImportRowResult fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class WordSchedule {
  const WordSchedule({this.buriedUntil, this.difficulty, required this.easeFactor, required this.intervalDays, required this.isLeech, required this.lapses, this.lastReviewAt, this.leech, required this.nextReviewAt, required this.reviewCount, this.stability, required this.state, required this.status});

  factory WordSchedule.fromJson(Object? json) {
    final map = asObject(json);
    return WordSchedule(
      buriedUntil: map.readOrNull('buried_until', asDateTime),
      difficulty: map.readOrNull('difficulty', asDouble),
      easeFactor: map.read('ease_factor', asDouble),
      intervalDays: map.read('interval_days', asInt),
      isLeech: map.read('is_leech', asBool),
      lapses: map.read('lapses', asInt),
      lastReviewAt: map.readOrNull('last_review_at', asDateTime),
      leech: map.readOrNull('leech', LeechView.fromJson),
      nextReviewAt: map.read('next_review_at', asDateTime),
      reviewCount: map.read('review_count', asInt),
      stability: map.readOrNull('stability', asDouble),
      state: map.read('state', WordState.fromJson),
      status: map.read('status', WordStatus.fromJson),
    );
  }

  final DateTime? buriedUntil;
  final double? difficulty;
  final double easeFactor;
  final int intervalDays;
  final bool isLeech;
  final int lapses;
  final DateTime? lastReviewAt;
  final LeechView? leech;
  final DateTime nextReviewAt;
  final int reviewCount;
  final double? stability;
  final WordState state;
  final WordStatus status;
}

enum WordScope {
  mine('mine'),
  catalogue('catalogue'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const WordScope(this.wire);

  static WordScope fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

enum WordState {
  learning('learning'),
  review('review'),
  relearning('relearning'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const WordState(this.wire);

  static WordState fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

enum WordStatus {
  learning('learning'),
  reviewing('reviewing'),
  mastered('mastered'),
  suspended('suspended'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const WordStatus(this.wire);

  static WordStatus fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class WordView {
  const WordView({this.audioUrl, this.exampleSentence, this.exampleTranslation, this.id, this.imageUrl, required this.language, this.level, this.note, this.partOfSpeech, this.pronunciation, this.schedule, required this.tags, required this.translation, required this.vocabularyId, required this.word});

  factory WordView.fromJson(Object? json) {
    final map = asObject(json);
    return WordView(
      audioUrl: map.readOrNull('audio_url', asString),
      exampleSentence: map.readOrNull('example_sentence', asString),
      exampleTranslation: map.readOrNull('example_translation', asString),
      id: map.readOrNull('id', asString),
      imageUrl: map.readOrNull('image_url', asString),
      language: map.read('language', asString),
      level: map.readOrNull('level', asString),
      note: map.readOrNull('note', asString),
      partOfSpeech: map.readOrNull('part_of_speech', asString),
      pronunciation: map.readOrNull('pronunciation', asString),
      schedule: map.readOrNull('schedule', WordSchedule.fromJson),
      tags: map.read('tags', listOf(asString)),
      translation: map.read('translation', asString),
      vocabularyId: map.read('vocabulary_id', asString),
      word: map.read('word', asString),
    );
  }

  final String? audioUrl;
  final String? exampleSentence;
  final String? exampleTranslation;
  final String? id;
  final String? imageUrl;
  final String language;
  final String? level;
  final String? note;
  final String? partOfSpeech;
  final String? pronunciation;
  final WordSchedule? schedule;
  final List<String> tags;
  final String translation;
  final String vocabularyId;
  final String word;
}
