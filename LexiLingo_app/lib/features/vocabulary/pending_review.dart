import '../../core/api/backend_models.dart';
import '../../core/network/json.dart';

/// A review that the Backend does not have yet.
final class PendingReview {
  const PendingReview({required this.userId, required this.review});

  factory PendingReview.fromJson(Object? json) {
    final map = asObject(json);
    return PendingReview(userId: map.read('user_id', asString), review: map.read('review', _readItem));
  }

  /// Whose it is: another learner may sign in on the device before it is sent.
  final String userId;
  final BatchReview review;

  /// Names the review: sent twice, it counts once.
  String get clientId => review.clientId;

  Json toJson() => {'user_id': userId, 'review': review.toJson()};

  static BatchReview _readItem(Object? json) {
    final map = asObject(json);
    return BatchReview(
      clientId: map.read('client_id', asString),
      cardId: map.read('card_id', asString),
      rating: map.readOrNull('rating', ReviewRating.fromJson),
      quality: map.readOrNull('quality', asInt),
      reviewedAt: map.read('reviewed_at', asDateTime),
      timeSpentMs: map.readOrNull('time_spent_ms', asInt),
    );
  }
}

/// Where pending reviews are kept between two starts of the app. What [add] returned from must not be lost.
abstract interface class PendingReviewStore {
  Future<List<PendingReview>> all();
  Future<void> add(PendingReview review);
  Future<void> remove(Set<String> clientIds);
}

class MemoryPendingReviewStore implements PendingReviewStore {
  final List<PendingReview> _reviews = [];

  @override
  Future<List<PendingReview>> all() async => List.of(_reviews);

  @override
  Future<void> add(PendingReview review) async => _reviews.add(review);

  @override
  Future<void> remove(Set<String> clientIds) async => _reviews.removeWhere((review) => clientIds.contains(review.clientId));
}
