import 'dart:async';
import 'dart:io';

import 'package:dio/dio.dart';
import 'package:lexilingo_app/core/api/backend_models.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/core/network/json.dart';
import 'package:lexilingo_app/core/network/server_clock.dart';
import 'package:lexilingo_app/core/network/tokens.dart';
import 'package:lexilingo_app/features/vocabulary/file_pending_review_store.dart';
import 'package:lexilingo_app/features/vocabulary/pending_review.dart';
import 'package:lexilingo_app/features/vocabulary/review_queue.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';

List<Json> _reviews(SentRequest request) => asObject(request.json).read('reviews', listOf(asObject));

/// Answers as the Backend does; [result] says what becomes of each review.
ResponseBody _counted(SentRequest request, {String Function(Json review)? result}) {
  final results = [
    for (final review in _reviews(request)) {'client_id': review['client_id'], 'result': result?.call(review) ?? 'applied'},
  ];
  return data({
    'results': results,
    'cards': <Object?>[],
    'applied': results.length,
    'duplicates': 0,
    'refused': 0,
    'xp_earned': 10,
    'current_streak': 1,
    'achievements_unlocked': <Object?>[],
  });
}

ReviewQueue _queue(FakeAdapter adapter, PendingReviewStore store, {Tokens? signedIn = tokens, ServerClock? clock}) {
  final session = sessionWith(signedIn: signedIn);
  return ReviewQueue(apiClient: backendOn(adapter, session: session), session: session, clock: clock ?? ServerClock(), store: store);
}

void main() {
  final good = ReviewRating.good;

  test('without a network nothing is lost, and with one all is sent', () async {
    final store = MemoryPendingReviewStore();
    final away = _queue(FakeAdapter(offline), store);
    await away.add(cardId: 'card-1', rating: good, timeSpent: const Duration(seconds: 2));
    await away.add(cardId: 'card-2', rating: ReviewRating.again);
    final failed = await away.flush();
    expect(failed.error, isA<NoConnection>());
    expect((failed.sent, failed.waiting), (0, 2));

    final adapter = FakeAdapter(_counted);
    final result = await _queue(adapter, store).flush();
    expect((result.sent, result.waiting, result.error), (2, 0, null));
    final sent = _reviews(adapter.requests.single);
    expect(sent.map((review) => review['card_id']), ['card-1', 'card-2']);
    expect(sent.first['rating'], 'good');
    expect(sent.first['time_spent_ms'], 2000);
    expect(sent.last.containsKey('time_spent_ms'), isFalse);
  });

  test('a lost reply is sent again under the same ids', () async {
    final store = MemoryPendingReviewStore();
    // Without an answer three times: the call and its two repetitions.
    final adapter = FakeAdapter.inOrder([offline, offline, offline, (request) => _counted(request, result: (_) => 'duplicate')]);
    final queue = _queue(adapter, store);
    await queue.add(cardId: 'card-1', rating: good);
    expect((await queue.flush()).waiting, 1);
    expect((await queue.flush()).sent, 1);
    expect({for (final request in adapter.requests) _reviews(request).single['client_id']}, hasLength(1));
    expect(await queue.waiting, 0);
  });

  test('what will never be taken is told and forgotten', () async {
    final store = MemoryPendingReviewStore();
    final adapter = FakeAdapter((request) => _counted(request, result: (review) => review['card_id'] == 'gone' ? 'refused' : 'applied'));
    final queue = _queue(adapter, store);
    await queue.add(cardId: 'gone', rating: good);
    await queue.add(cardId: 'card-1', rating: good);
    final result = await queue.flush();
    expect(result.sent, 1);
    expect(result.refused.single.result, BatchOutcome.refused);
    expect(await queue.waiting, 0);
  });

  test('a result that the app does not know keeps the review, and ends the flush', () async {
    final queue = _queue(FakeAdapter((request) => _counted(request, result: (_) => 'postponed')), MemoryPendingReviewStore());
    await queue.add(cardId: 'card-1', rating: good);
    expect((await queue.flush()).waiting, 1);
  });

  test('more than 500 go in batches', () async {
    final adapter = FakeAdapter(_counted);
    final queue = _queue(adapter, MemoryPendingReviewStore());
    for (var i = 0; i < 501; i++) {
      await queue.add(cardId: 'card-$i', rating: good);
    }
    expect((await queue.flush()).sent, 501);
    expect(adapter.requests.map((request) => _reviews(request).length), [500, 1]);
  });

  test('two flushes at once are one', () async {
    final reply = Completer<void>();
    final adapter = FakeAdapter((request) async {
      await reply.future;
      return _counted(request);
    });
    final queue = _queue(adapter, MemoryPendingReviewStore());
    await queue.add(cardId: 'card-1', rating: good);
    final both = Future.wait([queue.flush(), queue.flush()]);
    reply.complete();
    expect((await both).map((result) => result.sent), [1, 1]);
    expect(adapter.requests, hasLength(1));
  });

  test("another learner's reviews stay where they are", () async {
    final store = MemoryPendingReviewStore();
    await _queue(FakeAdapter(offline), store).add(cardId: 'card-1', rating: good);
    final adapter = FakeAdapter(_counted);
    const other = Tokens(access: 'a', refresh: 'r', userId: 'user-2');
    expect((await _queue(adapter, store, signedIn: other).flush()).sent, 0);
    expect(adapter.requests, isEmpty);
    expect(await store.all(), hasLength(1));
  });

  test("a review is dated by the service's clock", () async {
    final clock = ServerClock(deviceNow: () => DateTime.utc(2026, 11, 23, 10))..restore(const Duration(days: 1));
    final store = MemoryPendingReviewStore();
    await _queue(FakeAdapter(offline), store, clock: clock).add(cardId: 'card-1', rating: good);
    expect((await store.all()).single.review.reviewedAt, DateTime.utc(2026, 11, 24, 10));
  });

  test('nobody signed in, nothing to keep', () async {
    final queue = _queue(FakeAdapter(offline), MemoryPendingReviewStore(), signedIn: null);
    await expectLater(queue.add(cardId: 'card-1', rating: good), throwsA(isA<AuthMissing>()));
  });

  group('in a file', () {
    late Directory folder;
    late File file;

    setUp(() {
      folder = Directory.systemTemp.createTempSync('lexi-reviews');
      file = File('${folder.path}/reviews.jsonl');
    });
    tearDown(() => folder.deleteSync(recursive: true));

    test('reviews are there after a restart', () async {
      await _queue(FakeAdapter(offline), FilePendingReviewStore(file)).add(cardId: 'card-1', rating: good);
      final kept = (await FilePendingReviewStore(file).all()).single;
      expect((kept.userId, kept.review.cardId, kept.review.rating), ('user-1', 'card-1', good));
      expect(kept.review.reviewedAt.isUtc, isTrue);
    });

    test('a line that was cut off by a death is skipped, and the next one whole', () async {
      final store = FilePendingReviewStore(file);
      await _queue(FakeAdapter(offline), store).add(cardId: 'card-1', rating: good);
      await file.writeAsString('\n{"user_id": "user-1", "rev', mode: FileMode.append);
      await _queue(FakeAdapter(offline), store).add(cardId: 'card-2', rating: good);
      expect((await store.all()).map((pending) => pending.review.cardId), ['card-1', 'card-2']);
    });

    test('additions during a removal are kept', () async {
      final store = FilePendingReviewStore(file);
      final queue = _queue(FakeAdapter(offline), store);
      await queue.add(cardId: 'card-1', rating: good);
      final first = (await store.all()).single;
      await Future.wait([
        store.remove({first.clientId}),
        queue.add(cardId: 'card-2', rating: good),
      ]);
      expect((await store.all()).map((pending) => pending.review.cardId), ['card-2']);
    });
  });
}
