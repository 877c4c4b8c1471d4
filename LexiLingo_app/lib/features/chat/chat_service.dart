import 'dart:convert';

import '../../core/api/ai_api.dart';
import '../../core/api/ai_models.dart';
import '../../core/network/ai_api_client.dart';
import '../../core/network/api_client.dart';
import '../../core/network/api_error.dart';
import '../../core/network/json.dart';
import '../../core/network/server_sent_events.dart';

/// What comes while the tutor answers.
sealed class ChatEvent {
  const ChatEvent();
}

/// The next piece of the answer's text.
final class ChatToken extends ChatEvent {
  const ChatToken(this.text);

  final String text;
}

/// Something to mend in the learner's message.
final class ChatCorrected extends ChatEvent {
  const ChatCorrected(this.correction);

  final ChatCorrection correction;
}

/// The whole answer; the last event.
final class ChatDone extends ChatEvent {
  const ChatDone(this.reply);

  final ChatReply reply;
}

abstract interface class ChatService {
  /// The answer in one piece.
  Future<ChatReply> send(ChatBody message);

  /// The answer while it is made. Cancelling the subscription ends the model's work. Fails with an [ApiError].
  Stream<ChatEvent> stream(ChatBody message);

  Future<Paged<List<ChatSessionItem>>> sessions({int page = 1});
  Future<Paged<ChatSession>> session(String id, {int page = 1});
  Future<void> delete(String id);
  Future<List<ScenarioItem>> scenarios({String? level});
}

class ChatServiceImpl implements ChatService {
  ChatServiceImpl({required AiApiClient apiClient}) : _api = AiApi(apiClient);

  final AiApi _api;

  /// A model on a slow processor is silent for longer than the specification's 30 s. A stream is not: the service
  /// sends a comment every 15 s.
  static const CallOptions _patient = CallOptions(receiveTimeout: Duration(minutes: 3));

  @override
  Future<ChatReply> send(ChatBody message) => _api.postAiChat(message, options: _patient);

  @override
  Stream<ChatEvent> stream(ChatBody message) => _api.postAiChatEvents(message).map(_read).where((event) => event != null).cast<ChatEvent>();

  /// Null for an event that this app is too old to know.
  static ChatEvent? _read(ServerSentEvent event) {
    if (event.event == 'error') throw _problem(event.data);
    try {
      return switch (event.event) {
        'token' => ChatToken(asObject(jsonDecode(event.data)).read('text', asString)),
        'correction' => ChatCorrected(ChatCorrection.fromJson(jsonDecode(event.data))),
        'done' => ChatDone(ChatReply.fromJson(jsonDecode(event.data))),
        _ => null,
      };
    } on FormatException catch (error) {
      throw UnexpectedReply(error.message);
    }
  }

  /// The status went out before the problem arose; the problem document names its own.
  static ApiError _problem(String data) {
    try {
      final problem = asObject(jsonDecode(data));
      return ApiError.problem(problem.readOrNull('status', asInt) ?? 500, problem);
    } on FormatException catch (error) {
      return UnexpectedReply(error.message);
    }
  }

  @override
  Future<Paged<List<ChatSessionItem>>> sessions({int page = 1}) => _api.getAiChatSessions(page: page);

  @override
  Future<Paged<ChatSession>> session(String id, {int page = 1}) => _api.getAiChatSessionsId(id, page: page);

  @override
  Future<void> delete(String id) => _api.deleteAiChatSessionsId(id);

  @override
  Future<List<ScenarioItem>> scenarios({String? level}) => _api.getAiChatScenarios(level: level);
}
