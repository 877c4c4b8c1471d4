import 'package:get_it/get_it.dart';

import '../../features/account/account_service.dart';
import '../../features/auth/auth_service.dart';
import '../../features/chat/chat_service.dart';
import '../../features/lessons/lesson_service.dart';
import '../../features/pronunciation/pronunciation_service.dart';
import '../../features/speech/speech_service.dart';
import '../../features/vocabulary/pending_review.dart';
import '../../features/vocabulary/review_queue.dart';
import '../../features/vocabulary/vocabulary_service.dart';
import '../network/ai_api_client.dart';
import '../network/backend_api_client.dart';
import '../network/server_clock.dart';
import '../network/session.dart';
import '../network/tokens.dart';

final GetIt sl = GetIt.instance;

const String _backendUrl = String.fromEnvironment('BACKEND_URL', defaultValue: 'http://localhost:8000/api/v1');
const String _aiServiceUrl = String.fromEnvironment('AI_SERVICE_URL', defaultValue: 'http://localhost:8001/api/v1');

/// The app gives what stands on its platform: where tokens and unsent reviews are kept, and where log lines go.
Future<void> initializeDependencies({required TokenStore tokenStore, required PendingReviewStore reviewStore, void Function(String line)? log}) async {
  _registerNetwork(tokenStore, log);
  _registerServices(reviewStore);
}

void _registerNetwork(TokenStore tokenStore, void Function(String line)? log) {
  sl.registerLazySingleton<ServerClock>(ServerClock.new);
  sl.registerLazySingleton<Session>(() => Session(
        store: tokenStore,
        renew: renewalAt(BackendApiClient(baseUrl: _backendUrl, clock: sl<ServerClock>(), log: log)),
      ));
  sl.registerLazySingleton<BackendApiClient>(
    () => BackendApiClient(baseUrl: _backendUrl, session: sl<Session>(), clock: sl<ServerClock>(), log: log),
  );
  sl.registerLazySingleton<AiApiClient>(
    () => AiApiClient(baseUrl: _aiServiceUrl, session: sl<Session>(), clock: sl<ServerClock>(), log: log),
  );
}

void _registerServices(PendingReviewStore reviewStore) {
  sl.registerLazySingleton<AuthService>(() => AuthServiceImpl(apiClient: sl<BackendApiClient>(), session: sl<Session>()));
  sl.registerLazySingleton<AccountService>(
    () => AccountServiceImpl(backendClient: sl<BackendApiClient>(), aiClient: sl<AiApiClient>(), session: sl<Session>()),
  );
  sl.registerLazySingleton<LessonService>(() => LessonServiceImpl(apiClient: sl<BackendApiClient>()));
  sl.registerLazySingleton<VocabularyService>(() => VocabularyServiceImpl(apiClient: sl<BackendApiClient>()));
  sl.registerLazySingleton<ReviewQueue>(() => ReviewQueue(
        apiClient: sl<BackendApiClient>(),
        session: sl<Session>(),
        clock: sl<ServerClock>(),
        store: reviewStore,
      ));
  sl.registerLazySingleton<ChatService>(() => ChatServiceImpl(apiClient: sl<AiApiClient>()));
  sl.registerLazySingleton<PronunciationService>(() => PronunciationServiceImpl(apiClient: sl<AiApiClient>()));
  sl.registerLazySingleton<SpeechService>(() => SpeechServiceImpl(apiClient: sl<AiApiClient>()));
}
