import 'dart:math';

import 'package:dio/dio.dart';
import 'package:lexilingo_app/core/network/retry_interceptor.dart';
import 'package:test/test.dart';

import '../../support/fake_adapter.dart';

void main() {
  late List<Duration> waits;

  Dio dioWith(FakeAdapter adapter, {int seed = 1}) {
    waits = [];
    final dio = dioOn(adapter)..options.baseUrl = 'http://backend.test';
    dio.interceptors.add(RetryInterceptor(dio, random: Random(seed), wait: (delay) async => waits.add(delay)));
    return dio;
  }

  final throws = throwsA(isA<DioException>());

  test('a read is sent again until it is answered', () async {
    final adapter = FakeAdapter.inOrder([offline, (_) => problem(503, 'SERVICE_UNAVAILABLE'), (_) => data('ok')]);
    expect((await dioWith(adapter).get<dynamic>('/courses')).statusCode, 200);
    expect(adapter.requests, hasLength(3));
  });

  test('it gives up after two repetitions', () async {
    final adapter = FakeAdapter(offline);
    await expectLater(dioWith(adapter).get<dynamic>('/courses'), throws);
    expect(adapter.requests, hasLength(3));
  });

  test('the waits grow, and no two apps wait alike', () async {
    final firsts = <Duration>{};
    for (var seed = 0; seed < 20; seed++) {
      await expectLater(dioWith(FakeAdapter(offline), seed: seed).get<dynamic>('/courses'), throws);
      expect(waits.first.inMilliseconds, inInclusiveRange(150, 300));
      expect(waits.last.inMilliseconds, inInclusiveRange(300, 600));
      firsts.add(waits.first);
    }
    expect(firsts.length, greaterThan(10));
  });

  test('a write without a key is sent once', () async {
    final adapter = FakeAdapter(offline);
    await expectLater(dioWith(adapter).post<dynamic>('/vocabulary', data: {'word': 'tea'}), throws);
    expect(adapter.requests, hasLength(1));
  });

  test('a write with a key is sent again under the same key', () async {
    final adapter = FakeAdapter.inOrder([offline, (_) => data('ok')]);
    await dioWith(adapter).post<dynamic>('/vocabulary', data: {'word': 'tea'}, options: Options(headers: {'Idempotency-Key': 'k-1'}));
    expect(adapter.requests.map((request) => request.headers['Idempotency-Key']), ['k-1', 'k-1']);
    expect(adapter.requests.last.json, {'word': 'tea'});
  });

  test('while the first try is worked on, the repetition waits', () async {
    final adapter = FakeAdapter.inOrder([offline, (_) => problem(409, 'CONFLICT'), (_) => data('ok')]);
    final reply = await dioWith(adapter).post<dynamic>('/vocabulary', options: Options(headers: {'Idempotency-Key': 'k-1'}));
    expect(reply.statusCode, 200);
  });

  test('a conflict at the first try is an answer', () async {
    final adapter = FakeAdapter((_) => problem(409, 'CONFLICT'));
    await expectLater(dioWith(adapter).post<dynamic>('/x', options: Options(headers: {'Idempotency-Key': 'k-1'})), throws);
    expect(adapter.requests, hasLength(1));
  });

  test('what the service asks for is waited', () async {
    final adapter = FakeAdapter.inOrder([(_) => problem(429, 'RATE_LIMITED', retryAfter: 2), (_) => data('ok')]);
    await dioWith(adapter).get<dynamic>('/courses');
    expect(waits.single, greaterThanOrEqualTo(const Duration(seconds: 2)));
  });

  test('a longer wait is the app\'s to decide', () async {
    final adapter = FakeAdapter((_) => problem(503, 'MODEL_LOADING', retryAfter: 30));
    await expectLater(dioWith(adapter).get<dynamic>('/ai/models/status'), throws);
    expect(adapter.requests, hasLength(1));
  });

  test('a refusal is not repeated', () async {
    final adapter = FakeAdapter((_) => problem(422, 'VALIDATION_ERROR'));
    await expectLater(dioWith(adapter).get<dynamic>('/courses'), throws);
    expect(adapter.requests, hasLength(1));
  });

  test('what was deleted by the lost try is deleted', () async {
    final adapter = FakeAdapter.inOrder([offline, (_) => problem(404, 'NOT_FOUND')]);
    expect((await dioWith(adapter).delete<dynamic>('/vocabulary/1')).statusCode, 204);
  });

  test('nothing is sent after a cancel', () async {
    final token = CancelToken();
    final adapter = FakeAdapter(offline);
    final dio = dioOn(adapter)..options.baseUrl = 'http://backend.test';
    dio.interceptors.add(RetryInterceptor(dio, wait: (_) async => token.cancel()));
    await expectLater(dio.get<dynamic>('/courses', cancelToken: token), throws);
    expect(adapter.requests, hasLength(1));
  });
}
