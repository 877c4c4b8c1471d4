import '../../core/api/backend_api.dart';
import '../../core/api/backend_models.dart';
import '../../core/network/api_client.dart';
import '../../core/network/backend_api_client.dart';

abstract interface class VocabularyService {
  Future<Paged<List<WordView>>> words({WordStatus? status, String? search, int page = 1});
  Future<WordView> add(AddWord word);

  /// What is due now. Reviews themselves go through `ReviewQueue`, with or without a network.
  Future<QueueView> due({int limit = 20});
  Future<UndoView> undo();
}

class VocabularyServiceImpl implements VocabularyService {
  VocabularyServiceImpl({required BackendApiClient apiClient}) : _api = BackendApi(apiClient);

  final BackendApi _api;

  @override
  Future<Paged<List<WordView>>> words({WordStatus? status, String? search, int page = 1}) =>
      _api.getVocabulary(status: status, search: search, page: page);

  @override
  Future<WordView> add(AddWord word) => _api.postVocabulary(word);

  @override
  Future<QueueView> due({int limit = 20}) => _api.getVocabularyReview(limit: limit);

  @override
  Future<UndoView> undo() => _api.postVocabularyReviewsUndo();
}
