import '../../core/api/ai_api.dart';
import '../../core/api/ai_models.dart';
import '../../core/network/ai_api_client.dart';
import '../../core/network/api_client.dart';
import '../../core/network/upload.dart';

abstract interface class SpeechService {
  Future<TranscriptView> transcribe(Upload audio, {String? language});

  /// Says where the audio is, and when each word is spoken.
  Future<SpeechView> speak(SpeakBody text);

  /// The bytes of [SpeechView.audioId], or of a recording, until it expires.
  Future<Bytes> audio(String id);
}

class SpeechServiceImpl implements SpeechService {
  SpeechServiceImpl({required AiApiClient apiClient}) : _api = AiApi(apiClient);

  final AiApi _api;

  @override
  Future<TranscriptView> transcribe(Upload audio, {String? language}) =>
      _api.postAiStt(audio: audio, language: language, options: const CallOptions(receiveTimeout: Duration(minutes: 2)));

  @override
  Future<SpeechView> speak(SpeakBody text) => _api.postAiTts(text);

  @override
  Future<Bytes> audio(String id) => _api.getAiAudioId(id);
}
