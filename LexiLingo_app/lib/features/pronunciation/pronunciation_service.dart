import '../../core/api/ai_api.dart';
import '../../core/api/ai_models.dart';
import '../../core/network/ai_api_client.dart';
import '../../core/network/api_client.dart';
import '../../core/network/upload.dart';

abstract interface class PronunciationService {
  /// Judges a recording of [targetText]. [onProgress] is told how much was sent, from 0 to 1. `ValidationFailed` with the
  /// field `audio`: it cannot be judged (too short, silent, distorted); ask for another.
  Future<PronunciationResult> analyze(Upload audio, {required String targetText, void Function(double share)? onProgress});

  Future<Paged<List<PronunciationResult>>> history({int page = 1});
  Future<PronunciationStats> stats({int? days});
}

class PronunciationServiceImpl implements PronunciationService {
  PronunciationServiceImpl({required AiApiClient apiClient}) : _api = AiApi(apiClient);

  final AiApi _api;

  @override
  Future<PronunciationResult> analyze(Upload audio, {required String targetText, void Function(double share)? onProgress}) =>
      _api.postAiPronunciationAnalyze(
        audio: audio,
        targetText: targetText,
        options: CallOptions(
          receiveTimeout: const Duration(minutes: 2),
          onSendProgress: onProgress == null ? null : (sent, total) => onProgress(total > 0 ? sent / total : 0),
        ),
      );

  @override
  Future<Paged<List<PronunciationResult>>> history({int page = 1}) => _api.getAiPronunciationHistory(page: page);

  @override
  Future<PronunciationStats> stats({int? days}) => _api.getAiPronunciationStats(days: days);
}
