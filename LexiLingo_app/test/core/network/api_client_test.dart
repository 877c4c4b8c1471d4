import 'dart:async';
import 'dart:convert';
import 'dart:typed_data';

import 'package:dio/dio.dart';
import 'package:lexilingo_app/core/network/api_client.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/core/network/backend_api_client.dart';
import 'package:lexilingo_app/core/network/json.dart';
import 'package:lexilingo_app/core/network/server_clock.dart';
import 'package:lexilingo_app/core/network/server_sent_events.dart';
import 'package:lexilingo_app/core/network/upload.dart';
import 'package:test/test.dart';

import '../../support/clients.dart';
import '../../support/fake_adapter.dart';

ResponseBody _stream(Stream<Uint8List> body) => ResponseBody(body, 200, headers: {
      Headers.contentTypeHeader: ['text/event-stream'],
    });

void main() {
  test("the specification's timeouts", () {
    final dio = dioOn(FakeAdapter((_) => data(1)));
    BackendApiClient(baseUrl: 'http://backend.test/api/v1', dio: dio);
    expect(dio.options.connectTimeout, const Duration(seconds: 10));
    expect(dio.options.receiveTimeout, const Duration(seconds: 30));
  });

  test('data is taken out of the envelope', () async {
    expect(await backendOn(FakeAdapter((_) => data(['a']))).json('GET', '/x', listOf(asString)), ['a']);
  });

  test('a bare reply has none', () async {
    expect(await backendOn(FakeAdapter((_) => jsonBody({'access_token': 't'}))).json('POST', '/x', (json) => asObject(json).read('access_token', asString), bare: true), 't');
  });

  test('a page says where it stands', () async {
    final paged = await backendOn(FakeAdapter((_) => page(['a'], page: 2, total: 21, totalPages: 2))).paged('GET', '/x', listOf(asString));
    expect(paged.data, ['a']);
    expect((paged.page, paged.total, paged.isLast), (2, 21, true));
  });

  test('absent parameters are left out', () async {
    final adapter = FakeAdapter((_) => data(1));
    await backendOn(adapter).json('GET', '/x', asInt, query: {'page': 2, 'level': null});
    expect(adapter.requests.single.query, {'page': '2'});
  });

  test('a path outside the prefix stands at the root of the service', () async {
    final adapter = FakeAdapter((_) => jsonBody({'matches': <Object?>[]}));
    await aiOn(adapter).json('POST', '!/v2/check', asObject, bare: true);
    expect(adapter.requests.single.path, '/v2/check');
  });

  test('no content is no error', () async => backendOn(FakeAdapter((_) => nothing())).nothing('DELETE', '/x'));

  test('bytes come with what they are', () async {
    final adapter = FakeAdapter((_) => ResponseBody.fromBytes([1, 2], 200, headers: {
          Headers.contentTypeHeader: ['audio/wav'],
        }));
    final bytes = await aiOn(adapter).bytes('GET', '/ai/audio/1', options: const CallOptions(accept: 'audio/wav'));
    expect(bytes.data, [1, 2]);
    expect(bytes.contentType, 'audio/wav');
    expect(adapter.requests.single.headers['Accept'], 'audio/wav');
  });

  test('a problem is read also where bytes were asked for', () async {
    final client = aiOn(FakeAdapter((_) => problem(404, 'NOT_FOUND')));
    await expectLater(client.bytes('GET', '/ai/audio/1'), throwsA(isA<NotFound>().having((e) => e.message, 'message', 'it is NOT_FOUND')));
  });

  test('a reply of another shape is no crash', () async {
    final client = backendOn(FakeAdapter((_) => data('text')));
    await expectLater(client.json('GET', '/x', asInt), throwsA(isA<UnexpectedReply>().having((e) => e.message, 'message', startsWith('data: '))));
  });

  test('time runs out as an error of its own', () async {
    final client = backendOn(FakeAdapter((request) => throw DioException.receiveTimeout(
        timeout: const Duration(seconds: 30), requestOptions: RequestOptions(path: request.path))));
    await expectLater(client.post('/x'), throwsA(isA<TimedOut>()));
  });

  test("every reply tells the service's time", () async {
    final clock = ServerClock(deviceNow: () => DateTime.utc(2026, 11, 23, 10));
    await backendOn(FakeAdapter((_) => data(1)), clock: clock).get('/x');
    expect(clock.offset, const Duration(days: 1));
  });

  test('an upload tells its progress', () async {
    final told = <(int, int)>[];
    final upload = Upload.bytes(List.filled(3000, 7), filename: 'a.wav');
    await aiOn(FakeAdapter((_) => data(1))).send('POST', '/ai/stt',
        form: () => formOf(fields: const {}, files: {'audio': upload}), options: CallOptions(onSendProgress: (sent, total) => told.add((sent, total))));
    expect(told.last.$1, told.last.$2);
    expect(told.last.$2, greaterThan(3000));
  });

  test('a key is made where none is given, and kept where one is', () {
    expect(const CallOptions().keyed().idempotencyKey, isNotEmpty);
    expect(const CallOptions(idempotencyKey: 'k').keyed().idempotencyKey, 'k');
  });

  group('events', () {
    test('come while the body comes', () async {
      final body = StreamController<Uint8List>();
      final events = StreamIterator(aiOn(FakeAdapter((_) => _stream(body.stream))).events('POST', '/ai/chat'));
      body.add(utf8.encode('data: one\n\n'));
      expect(await events.moveNext(), isTrue);
      expect(events.current, const ServerSentEvent('message', 'one'));
      await body.close();
      expect(await events.moveNext(), isFalse);
    });

    test('cancelling ends the request', () async {
      final body = StreamController<Uint8List>();
      final adapter = FakeAdapter((_) => _stream(body.stream));
      final subscription = aiOn(adapter).events('POST', '/ai/chat').listen((_) {});
      await pumpEventQueue();
      expect(adapter.isCancelled, isFalse);
      await subscription.cancel();
      await pumpEventQueue();
      expect(adapter.isCancelled, isTrue);
    });

    test('nothing is sent before somebody listens', () async {
      final adapter = FakeAdapter((_) => _stream(const Stream.empty()));
      aiOn(adapter).events('POST', '/ai/chat');
      await pumpEventQueue();
      expect(adapter.requests, isEmpty);
    });

    test('a refusal before the stream is an error of it', () async {
      final client = aiOn(FakeAdapter((_) => problem(503, 'MODEL_LOADING', retryAfter: 60)));
      await expectLater(client.events('POST', '/ai/chat'), emitsInOrder([emitsError(isA<ModelLoading>()), emitsDone]));
    });

    test('a stream that breaks off is an error and an end', () async {
      final body = StreamController<Uint8List>();
      final client = aiOn(FakeAdapter((_) => _stream(body.stream)));
      final events = expectLater(client.events('POST', '/ai/chat'), emitsInOrder([emitsError(isA<NoConnection>()), emitsDone]));
      await pumpEventQueue();
      body.addError(const FormatException('connection closed'));
      await events;
    });
  });
}
