import 'package:lexilingo_app/core/api/backend_api.dart';
import 'package:lexilingo_app/core/api/backend_models.dart';
import 'package:lexilingo_app/core/network/api_client.dart';
import 'package:test/test.dart';

import '../../support/clients.dart';
import '../../support/fake_adapter.dart';

const Map<String, Object?> schedule = {
  'status': 'reviewing',
  'state': 'review',
  'review_count': 4,
  'lapses': 0,
  'next_review_at': '2026-12-01T02:00:00Z',
  'last_review_at': null,
  'interval_days': 7,
  'ease_factor': 2.5,
  'is_leech': false,
};

void main() {
  test('times are UTC, what is absent or null is null, whole numbers may be doubles', () {
    final view = WordSchedule.fromJson(schedule);
    expect(view.nextReviewAt, DateTime.utc(2026, 12, 1, 2));
    expect(view.lastReviewAt, isNull);
    expect(view.stability, isNull);
    expect(view.easeFactor, 2.5);
  });

  test('a value of a newer service does not break an older app', () {
    final view = WordSchedule.fromJson({...schedule, 'status': 'archived'});
    expect(view.status, WordStatus.unknown);
  });

  test('a field of a newer service is skipped', () {
    expect(WordSchedule.fromJson({...schedule, 'moon_phase': 'full'}).lapses, 0);
  });

  test('a field that is missing is named', () {
    expect(() => WordSchedule.fromJson({...schedule}..remove('lapses')),
        throwsA(isA<FormatException>().having((e) => e.message, 'message', startsWith('lapses: '))));
  });

  test('an unknown value is never sent', () => expect(ReviewRating.unknown.toJson, throwsStateError));

  test('absent fields of a request are not sent', () {
    expect(const AddWord(word: 'tea', translation: 'trà').toJson(), {'word': 'tea', 'translation': 'trà'});
  });

  test('a call fills its path and its parameters', () async {
    final adapter = FakeAdapter((_) => page(const <Object?>[]));
    final api = BackendApi(backendOn(adapter, session: sessionWith()));
    await api.getVocabulary(status: WordStatus.mastered, search: 'trà đá', page: 2);
    expect(adapter.requests.single.path, '/api/v1/vocabulary');
    expect(adapter.requests.single.query, {'status': 'mastered', 'search': 'trà đá', 'page': '2'});
  });

  test('an id cannot leave its place in the path', () async {
    final adapter = FakeAdapter((_) => nothing());
    await BackendApi(backendOn(adapter)).deleteVocabularyId('a/../b?c');
    expect(adapter.requests.single.path, '/api/v1/vocabulary/a%2F..%2Fb%3Fc');
  });

  test('a write that can be repeated has a key of its own, or the one it is given', () async {
    final adapter = FakeAdapter((_) => problem(422, 'VALIDATION_ERROR'));
    final api = BackendApi(backendOn(adapter));
    await expectLater(api.postVocabulary(const AddWord(word: 'tea')), throwsA(anything));
    await expectLater(api.postVocabulary(const AddWord(word: 'tea'), options: const CallOptions(idempotencyKey: 'k-1')), throwsA(anything));
    expect(adapter.requests.first.headers['Idempotency-Key'], isNotEmpty);
    expect(adapter.requests.last.headers['Idempotency-Key'], 'k-1');
  });
}
