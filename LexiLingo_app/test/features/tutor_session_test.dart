import 'package:lexilingo_app/core/api/ai_models.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/features/chat/chat_service.dart';
import 'package:lexilingo_app/features/tutor/tutor_session.dart';
import 'package:mocktail/mocktail.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';
import '../support/replies.dart';
import 'chat_service_test.dart' show reply;

class _MockChat extends Mock implements ChatService {}

void main() {
  late _MockChat chat;
  late DateTime now;
  late List<ChatBody> said;

  setUpAll(() => registerFallbackValue(const ChatBody(message: '')));
  setUp(() {
    chat = _MockChat();
    now = DateTime.utc(2026, 11, 24, 10);
    said = [];
    when(() => chat.stream(any())).thenAnswer((call) {
      said.add(call.positionalArguments.single as ChatBody);
      return Stream.value(ChatDone(ChatReply.fromJson(reply)));
    });
  });

  Future<TutorSession> begin(FakeAdapter backend) =>
      TutorSession.begin(backendClient: backendOn(backend, session: sessionWith()), chat: chat, now: () => now);

  test("the learner's level goes from the Backend to the tutor", () async {
    final session = await begin(FakeAdapter((_) => data({...user, 'level': 'B1'})));
    await session.say('Hello').drain<void>();
    expect(said.first.userLevel, 'B1');
    expect(said.first.sessionId, isNull);
  });

  test('later messages belong to the same conversation', () async {
    final session = await begin(FakeAdapter((_) => data(user)));
    await session.say('Hello').drain<void>();
    await session.say('And you?').drain<void>();
    expect(session.sessionId, '64b0c0ffee64b0c0ffee0001');
    expect(said.last.sessionId, session.sessionId);
  });

  test('the time goes to the Backend, once however often it is told', () async {
    final backend = FakeAdapter((request) => request.method == 'GET' ? data(user) : problem(500, 'INTERNAL_ERROR'));
    final session = await begin(backend);
    expect(await session.end(), isNull);
    await session.say('Hello').drain<void>();
    now = now.add(const Duration(minutes: 2));
    await expectLater(session.end(), throwsA(isA<InternalError>()));
    await expectLater(session.end(), throwsA(isA<InternalError>()));
    final told = backend.requests.where((request) => request.method == 'POST').toList();
    expect(told.first.json, {'activity_type': 'ai_chat', 'duration': 120});
    expect({for (final request in told) request.headers['Idempotency-Key']}, hasLength(1));
  });
}
