import 'package:lexilingo_app/core/di/injection_container.dart';
import 'package:lexilingo_app/core/network/ai_api_client.dart';
import 'package:lexilingo_app/core/network/backend_api_client.dart';
import 'package:lexilingo_app/core/network/tokens.dart';
import 'package:lexilingo_app/features/account/account_service.dart';
import 'package:lexilingo_app/features/auth/auth_service.dart';
import 'package:lexilingo_app/features/chat/chat_service.dart';
import 'package:lexilingo_app/features/lessons/lesson_service.dart';
import 'package:lexilingo_app/features/pronunciation/pronunciation_service.dart';
import 'package:lexilingo_app/features/speech/speech_service.dart';
import 'package:lexilingo_app/features/vocabulary/pending_review.dart';
import 'package:lexilingo_app/features/vocabulary/review_queue.dart';
import 'package:lexilingo_app/features/vocabulary/vocabulary_service.dart';
import 'package:test/test.dart';

void main() {
  tearDown(sl.reset);

  test("everything can be made, at the specification's addresses", () async {
    await initializeDependencies(tokenStore: MemoryTokenStore(), reviewStore: MemoryPendingReviewStore());
    expect(sl<BackendApiClient>().baseUrl, 'http://localhost:8000/api/v1');
    expect(sl<AiApiClient>().baseUrl, 'http://localhost:8001/api/v1');
    final made = [
      sl<AuthService>(),
      sl<AccountService>(),
      sl<LessonService>(),
      sl<VocabularyService>(),
      sl<ReviewQueue>(),
      sl<ChatService>(),
      sl<PronunciationService>(),
      sl<SpeechService>(),
    ];
    expect(made, hasLength(8));
    expect(sl<BackendApiClient>(), same(sl<BackendApiClient>()));
  });
}
