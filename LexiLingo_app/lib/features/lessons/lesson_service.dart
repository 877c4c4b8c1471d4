import '../../core/api/backend_api.dart';
import '../../core/api/backend_models.dart';
import '../../core/network/api_client.dart';
import '../../core/network/backend_api_client.dart';
import '../../core/network/ids.dart';

abstract interface class LessonService {
  Future<Paged<List<CourseItem>>> courses({String? level, String? search, int page = 1});
  Future<CourseView> course(String id);
  Future<LessonView> lesson(String id);
  Future<LessonRun> begin(String lessonId);
}

class LessonServiceImpl implements LessonService {
  LessonServiceImpl({required BackendApiClient apiClient}) : _api = BackendApi(apiClient);

  final BackendApi _api;

  @override
  Future<Paged<List<CourseItem>>> courses({String? level, String? search, int page = 1}) =>
      _api.getCourses(level: level, search: search, page: page);

  @override
  Future<CourseView> course(String id) => _api.getCoursesId(id);

  @override
  Future<LessonView> lesson(String id) => _api.getLessonsId(id);

  @override
  Future<LessonRun> begin(String lessonId) async => LessonRun(_api, await _api.postLessonsIdAttempts(lessonId, body: const StartBody()));
}

/// One attempt at a lesson. Each deed has one key for as long as it is not answered, so that a learner who taps
/// again after a lost reply answers once.
class LessonRun {
  LessonRun(this._api, this.attempt);

  final BackendApi _api;

  /// As it was at the beginning; an open attempt is resumed, with what was answered already.
  final AttemptView attempt;
  final Map<String, String> _keys = {};

  Future<AnswerView> answer(AnswerBody answer) =>
      _once('answer ${answer.exerciseId}', (options) => _api.postAttemptsIdAnswers(attempt.id, answer, options: options));

  Future<HintView> hint(String exerciseId) => _api.postAttemptsIdHints(attempt.id, HintBody(exerciseId: exerciseId));

  Future<ProgressRow> complete({required int timeSpentSeconds}) => _once(
      'complete',
      (options) => _api.postProgressLessonsId(
          attempt.lessonId, body: CompletionBody(attemptId: attempt.id, timeSpentSeconds: timeSpentSeconds),
          options: options));

  Future<T> _once<T>(String deed, Future<T> Function(CallOptions options) send) async {
    final reply = await send(CallOptions(idempotencyKey: _keys.putIfAbsent(deed, newId)));
    _keys.remove(deed);
    return reply;
  }
}
