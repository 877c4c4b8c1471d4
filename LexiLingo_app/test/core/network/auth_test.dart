import 'dart:async';

import 'package:dio/dio.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/core/network/tokens.dart';
import 'package:lexilingo_app/core/network/upload.dart';
import 'package:test/test.dart';

import '../../support/clients.dart';
import '../../support/fake_adapter.dart';

const Tokens _fresh = Tokens(access: 'access-2', refresh: 'refresh-2', userId: 'user-1');

/// Takes the new token only.
ResponseBody _expiring(SentRequest request) => request.bearer == 'Bearer access-2' ? data('ok') : problem(401, 'AUTH_EXPIRED');

void main() {
  test('each request carries the token', () async {
    final adapter = FakeAdapter((_) => data('ok'));
    await backendOn(adapter, session: sessionWith()).get('/users/me');
    expect(adapter.requests.single.bearer, 'Bearer access-1');
  });

  test('an open call carries none', () async {
    final adapter = FakeAdapter((_) => data('ok'));
    await backendOn(adapter, session: sessionWith()).send('POST', '/auth/login', isOpen: true);
    expect(adapter.requests.single.bearer, isNull);
  });

  test('requests that are refused together renew once, and each is sent once more', () async {
    final renewal = Completer<Tokens>();
    final spent = <String>[];
    final session = sessionWith(renew: (refreshToken) {
      spent.add(refreshToken);
      return renewal.future;
    });
    final adapter = FakeAdapter(_expiring);
    final client = backendOn(adapter, session: session);
    final replies = Future.wait([for (var i = 0; i < 5; i++) client.get('/courses')]);
    await pumpEventQueue();
    expect(adapter.requests, hasLength(5));
    renewal.complete(_fresh);
    expect(await replies, hasLength(5));
    expect(spent, ['refresh-1']);
    expect(adapter.requests, hasLength(10));
    expect((await session.tokens)?.refresh, 'refresh-2');
  });

  test('both services share the renewal', () async {
    var renewals = 0;
    final session = sessionWith(renew: (_) async {
      renewals += 1;
      return _fresh;
    });
    final adapter = FakeAdapter(_expiring);
    await Future.wait([backendOn(adapter, session: session).get('/users/me'), aiOn(adapter, session: session).get('/ai/chat/sessions')]);
    expect(renewals, 1);
  });

  test('a request that begins during a renewal waits for it', () async {
    final renewal = Completer<Tokens>();
    final session = sessionWith(renew: (_) => renewal.future);
    final adapter = FakeAdapter(_expiring);
    final client = backendOn(adapter, session: session);
    final first = client.get('/courses');
    await pumpEventQueue();
    final second = client.get('/streaks/me');
    await pumpEventQueue();
    expect(adapter.requests, hasLength(1));
    renewal.complete(_fresh);
    await Future.wait([first, second]);
    expect(adapter.requests.where((request) => request.path.endsWith('/streaks/me')).map((request) => request.bearer), ['Bearer access-2']);
  });

  test('a second refusal is not renewed again', () async {
    final adapter = FakeAdapter((_) => problem(401, 'AUTH_INVALID'));
    final client = backendOn(adapter, session: sessionWith(renew: (_) async => _fresh));
    await expectLater(client.get('/users/me'), throwsA(isA<AuthInvalid>()));
    expect(adapter.requests, hasLength(2));
  });

  test('a renewal that is refused ends the session', () async {
    final session = sessionWith(renew: (_) async => throw const AuthInvalid('spent'));
    final ended = expectLater(session.ended, emits(anything));
    await expectLater(backendOn(FakeAdapter(_expiring), session: session).get('/users/me'), throwsA(isA<AuthInvalid>()));
    await ended;
    expect(await session.tokens, isNull);
  });

  test('a renewal that nobody answers keeps the session', () async {
    final session = sessionWith(renew: (_) async => throw const NoConnection());
    await expectLater(backendOn(FakeAdapter(_expiring), session: session).get('/users/me'), throwsA(isA<NoConnection>()));
    expect((await session.tokens)?.refresh, 'refresh-1');
  });

  test('who signed out during the renewal stays signed out', () async {
    final renewal = Completer<Tokens>();
    final session = sessionWith(renew: (_) => renewal.future);
    final reply = backendOn(FakeAdapter(_expiring), session: session).get('/users/me');
    final refused = expectLater(reply, throwsA(isA<AuthMissing>()));
    await pumpEventQueue();
    await session.signOut();
    renewal.complete(_fresh);
    await refused;
    expect(await session.tokens, isNull);
  });

  test('a form is sent whole again', () async {
    final adapter = FakeAdapter(_expiring);
    final client = aiOn(adapter, session: sessionWith(renew: (_) async => _fresh));
    final audio = Upload.bytes([1, 2, 3], filename: 'a.wav');
    await client.send('POST', '/ai/stt', form: () => formOf(fields: {'language': 'en'}, files: {'audio': audio}));
    expect(adapter.requests, hasLength(2));
    expect(adapter.requests.last.body, contains('filename="a.wav"'));
    expect(adapter.requests.last.body, contains('name="language"'));
  });

  test('tokens show nothing of themselves', () {
    expect('$tokens', isNot(anyOf(contains('access-1'), contains('refresh-1'))));
  });
}
