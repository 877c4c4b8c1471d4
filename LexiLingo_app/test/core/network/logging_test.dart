import 'package:lexilingo_app/core/network/api_client.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:test/test.dart';

import '../../support/clients.dart';
import '../../support/fake_adapter.dart';

void main() {
  test('a line says verb, path, status and time, and nothing of the learner', () async {
    final lines = <String>[];
    final client = backendOn(FakeAdapter((_) => data('a secret reply')), session: sessionWith(), log: lines.add);
    await client.post('/vocabulary', data: {'word': 'tea'}, options: const CallOptions(idempotencyKey: 'k-1'));
    await client.get('/vocabulary', queryParameters: {'search': 'private'});
    expect(lines, hasLength(2));
    expect(lines.first, matches(r'^POST /api/v1/vocabulary 200 \d+ ms -$'));
    for (final secret in ['access-1', 'refresh-1', 'tea', 'private', 'secret', 'k-1']) {
      expect(lines.join(), isNot(contains(secret)));
    }
  });

  test('every try has its line', () async {
    final lines = <String>[];
    final adapter = FakeAdapter.inOrder([offline, (_) => problem(422, 'VALIDATION_ERROR')]);
    await expectLater(backendOn(adapter, log: lines.add).get('/courses'), throwsA(isA<ValidationFailed>()));
    expect(lines, [contains('connectionError'), contains('422')]);
  });
}
