import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/features/account/account_service.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';

void main() {
  test('erasing begins at the AI service, and leaves the account where that fails', () async {
    final session = sessionWith();
    final backend = FakeAdapter((_) => nothing());
    final ai = FakeAdapter.inOrder([(_) => problem(500, 'INTERNAL_ERROR'), (_) => nothing()]);
    final account = AccountServiceImpl(
      backendClient: backendOn(backend, session: session),
      aiClient: aiOn(ai, session: session),
      session: session,
    );
    await expectLater(account.erase(), throwsA(isA<InternalError>()));
    expect(backend.requests, isEmpty);
    expect(await session.tokens, isNot(isNull));
    await account.erase();
    expect(backend.requests.single.path, '/api/v1/users/me');
    expect(await session.tokens, isNull);
  });
}
