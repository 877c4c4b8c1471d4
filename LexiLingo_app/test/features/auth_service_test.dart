import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/features/auth/auth_service.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';

const Map<String, Object?> _reply = {
  'access_token': 'access-2',
  'refresh_token': 'refresh-2',
  'token_type': 'bearer',
  'expires_in': 1800,
  'user_id': 'user-1',
  'username': 'an',
  'email': 'an@example.com',
};

void main() {
  test('a sign-in keeps the tokens', () async {
    final session = sessionWith(signedIn: null);
    final adapter = FakeAdapter((_) => jsonBody(_reply));
    final auth = AuthServiceImpl(apiClient: backendOn(adapter, session: session), session: session);
    expect(await auth.isSignedIn, isFalse);
    await auth.signIn(name: 'an', password: 'a long one');
    expect(await auth.isSignedIn, isTrue);
    expect((await session.tokens)?.access, 'access-2');
    expect(adapter.requests.single.json, {'email': 'an', 'password': 'a long one'});
    expect(adapter.requests.single.bearer, isNull);
  });

  test('a wrong password is no ended session', () async {
    final session = sessionWith(signedIn: null);
    final auth = AuthServiceImpl(apiClient: backendOn(FakeAdapter((_) => problem(401, 'AUTH_INVALID')), session: session), session: session);
    await expectLater(auth.signIn(name: 'an', password: 'wrong'), throwsA(isA<AuthInvalid>()));
  });

  test('signing out without a network signs out here', () async {
    final session = sessionWith();
    final auth = AuthServiceImpl(apiClient: backendOn(FakeAdapter(offline), session: session), session: session);
    await expectLater(auth.signOut(), throwsA(isA<NoConnection>()));
    expect(await auth.isSignedIn, isFalse);
  });

  test('a renewal sends the refresh token, and no other', () async {
    final adapter = FakeAdapter((_) => jsonBody(_reply));
    final fresh = await renewalAt(backendOn(adapter))('refresh-1');
    expect(fresh.refresh, 'refresh-2');
    expect(adapter.requests.single.json, {'refresh_token': 'refresh-1'});
    expect(adapter.requests.single.bearer, isNull);
  });
}
