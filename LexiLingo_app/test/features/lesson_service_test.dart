import 'package:lexilingo_app/core/api/backend_models.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/features/lessons/lesson_service.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';
import '../support/replies.dart';

void main() {
  test('an answer whose reply was lost is sent again under its key; the next answer has another', () async {
    final adapter = FakeAdapter.inOrder([
      (_) => data(attempt, status: 201),
      (_) => problem(500, 'INTERNAL_ERROR'),
      (_) => data(graded),
      (_) => data(graded),
    ]);
    final run = await LessonServiceImpl(apiClient: backendOn(adapter, session: sessionWith())).begin('lesson-1');
    const answer = AnswerBody(exerciseId: 'exercise-1', answer: 'went');
    await expectLater(run.answer(answer), throwsA(isA<InternalError>()));
    expect((await run.answer(answer)).isCorrect, isTrue);
    await run.answer(answer);
    final keys = [for (final request in adapter.requests.skip(1)) request.headers['Idempotency-Key']];
    expect(keys[0], keys[1]);
    expect(keys[2], isNot(keys[0]));
    expect(adapter.requests[1].path, '/api/v1/attempts/attempt-1/answers');
  });
}
