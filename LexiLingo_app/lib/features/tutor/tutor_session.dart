import '../../core/api/ai_models.dart';
import '../../core/api/backend_api.dart';
import '../../core/api/backend_models.dart';
import '../../core/network/api_client.dart';
import '../../core/network/backend_api_client.dart';
import '../../core/network/ids.dart';
import '../chat/chat_service.dart';

/// A conversation as the specification's section 5 has it: the services never call each other, the app joins them.
/// The Backend says who learns, the AI service answers, and the Backend is told how long it took.
class TutorSession {
  TutorSession._(this._backend, this._chat, this._user, this._now);

  static Future<TutorSession> begin({required BackendApiClient backendClient, required ChatService chat, DateTime Function()? now}) async {
    final backend = BackendApi(backendClient);
    return TutorSession._(backend, chat, await backend.getUsersMe(), now ?? DateTime.now);
  }

  final BackendApi _backend;
  final ChatService _chat;
  final UserView _user;
  final DateTime Function() _now;
  final String _key = newId();
  DateTime? _began;
  String? _sessionId;

  /// Null before the first answer.
  String? get sessionId => _sessionId;

  Stream<ChatEvent> say(String text) {
    _began ??= _now();
    return _chat
        .stream(ChatBody(
      message: text,
      sessionId: _sessionId,
      userLevel: _user.level,
      targetLanguage: _user.targetLanguage,
      nativeLanguage: _user.nativeLanguage,
    ))
        .map((event) {
      if (event is ChatDone) _sessionId = event.reply.sessionId;
      return event;
    });
  }

  /// A mistake or a new word of the conversation becomes a card.
  Future<WordView> keep(CardSuggestion card) =>
      _backend.postVocabulary(AddWord(word: card.word, translation: card.translation, exampleSentence: card.example));

  /// Tells the Backend of the time; null where nothing was said. May be called again after a failure: the activity
  /// counts once.
  Future<ActivityView?> end() async {
    final began = _began;
    if (began == null) return null;
    return _backend.postProgressActivities(
      ActivityBody(activityType: ActivityType.aiChat, duration: _now().difference(began).inSeconds),
      options: CallOptions(idempotencyKey: _key),
    );
  }
}
