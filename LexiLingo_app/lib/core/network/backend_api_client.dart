import 'api_client.dart';

/// The Backend: accounts, courses, progress, words, streaks.
class BackendApiClient extends ApiClient {
  BackendApiClient({required super.baseUrl, super.session, super.clock, super.log, super.dio});
}
