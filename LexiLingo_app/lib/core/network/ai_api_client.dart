import 'api_client.dart';

/// The AI service: chat, analysis, exercises, speech, pronunciation. It takes the Backend's token.
class AiApiClient extends ApiClient {
  AiApiClient({required super.baseUrl, super.session, super.clock, super.log, super.dio});
}
