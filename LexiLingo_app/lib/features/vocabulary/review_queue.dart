import '../../core/api/backend_api.dart';
import '../../core/api/backend_models.dart';
import '../../core/network/api_error.dart';
import '../../core/network/backend_api_client.dart';
import '../../core/network/ids.dart';
import '../../core/network/server_clock.dart';
import '../../core/network/session.dart';
import 'pending_review.dart';

/// What a flush came to.
final class FlushResult {
  const FlushResult({this.sent = 0, this.refused = const [], this.waiting = 0, this.error});

  /// Reviews that the Backend has now, those included that it had before.
  final int sent;

  /// Reviews that it will never take (a word that was deleted, say), each with the reason; no longer kept.
  final List<BatchResult> refused;

  /// Reviews that are still kept.
  final int waiting;

  /// Why some still wait.
  final ApiError? error;
}

/// Reviews, with or without a network. Each is kept before anything is sent, under an id that the Backend counts
/// once, and with the time at which the learner answered: the order in which they arrive changes nothing.
class ReviewQueue {
  ReviewQueue({required BackendApiClient apiClient, required Session session, required ServerClock clock, required PendingReviewStore store})
      : _api = BackendApi(apiClient),
        _session = session,
        _clock = clock,
        _store = store;

  final BackendApi _api;
  final Session _session;
  final ServerClock _clock;
  final PendingReviewStore _store;
  Future<FlushResult>? _flush;

  /// The most that the Backend takes at once.
  static const int batchSize = 500;

  /// Keeps an answer. The caller calls [flush] when it likes: at once, after ten, when the network is back.
  Future<void> add({required String cardId, required ReviewRating rating, Duration? timeSpent}) async {
    final tokens = await _session.tokens;
    if (tokens == null) throw const AuthMissing('nobody is signed in');
    await _store.add(PendingReview(
      userId: tokens.userId,
      review: BatchReview(
        clientId: newId(),
        cardId: cardId,
        rating: rating,
        reviewedAt: _clock.now(),
        timeSpentMs: timeSpent?.inMilliseconds,
      ),
    ));
  }

  Future<int> get waiting async => (await _own()).length;

  /// Sends what waits; one flush at a time, a second caller gets the first's result. Never throws [ApiError].
  Future<FlushResult> flush() => _flush ??= _drain().whenComplete(() => _flush = null);

  Future<FlushResult> _drain() async {
    var sent = 0;
    final refused = <BatchResult>[];
    for (;;) {
      final batch = (await _own()).take(batchSize).toList();
      if (batch.isEmpty) return FlushResult(sent: sent, refused: refused);
      final BatchView reply;
      try {
        reply = await _api.postVocabularyReviewsBatch(BatchBody(reviews: [for (final pending in batch) pending.review]));
      } on ApiError catch (error) {
        return FlushResult(sent: sent, refused: refused, waiting: await waiting, error: error);
      }
      final done = <String>{};
      for (final item in reply.results) {
        switch (item.result) {
          case BatchOutcome.applied || BatchOutcome.duplicate:
            sent += 1;
          case BatchOutcome.refused:
            refused.add(item);
          case BatchOutcome.unknown:
            continue; // kept: this app is too old to know what became of it
        }
        done.add(item.clientId);
      }
      await _store.remove(done);
      // Without this a reply that settles nothing would be asked for again without end.
      if (done.isEmpty) return FlushResult(sent: sent, refused: refused, waiting: batch.length);
    }
  }

  Future<List<PendingReview>> _own() async {
    final userId = (await _session.tokens)?.userId;
    return [
      for (final pending in await _store.all())
        if (pending.userId == userId) pending,
    ];
  }
}
