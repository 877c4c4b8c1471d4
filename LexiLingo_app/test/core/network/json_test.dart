import 'package:lexilingo_app/core/network/json.dart';
import 'package:test/test.dart';

void main() {
  final throwsFormat = throwsA(isA<FormatException>());

  test('times are UTC, whatever their zone', () {
    expect(asDateTime('2026-11-24T10:00:00.5Z'), DateTime.utc(2026, 11, 24, 10, 0, 0, 500));
    expect(asDateTime('2026-11-24T17:00:00+07:00'), DateTime.utc(2026, 11, 24, 10));
  });

  test('a day is midnight of that date', () => expect(asDateTime('2026-11-24'), DateTime.utc(2026, 11, 24)));

  test('a time without a zone is refused, because nobody knows when it was', () {
    expect(() => asDateTime('2026-11-24T10:00:00'), throwsFormat);
  });

  test('whole numbers may come as doubles, others are no integers', () {
    expect(asInt(3.0), 3);
    expect(() => asInt(3.5), throwsFormat);
    expect(() => asInt('3'), throwsFormat);
    expect(asDouble(3), 3.0);
  });

  test('the place of a mistake is named', () {
    final Json json = {
      'user': {'level': 7},
    };
    expect(() => json.read('user', (user) => asObject(user).read('level', asString)),
        throwsA(isA<FormatException>().having((e) => e.message, 'message', startsWith('user: level: '))));
  });

  test('what may be absent may be null', () {
    expect(const <String, Object?>{}.readOrNull('note', asString), isNull);
    expect(const <String, Object?>{'note': null}.readOrNull('note', asString), isNull);
    expect(() => const <String, Object?>{}.read('note', asString), throwsFormat);
  });

  test('lists and maps', () {
    expect(listOf(asInt)([1, 2]), [1, 2]);
    expect(mapOf(listOf(asString))({'a': ['b']}), {'a': ['b']});
    expect(orNull(asInt)(null), isNull);
    expect(() => listOf(asInt)('no list'), throwsFormat);
  });

  test('times and days are written as the services read them', () {
    expect(timeToJson(DateTime.utc(2026, 11, 24, 10)), '2026-11-24T10:00:00.000Z');
    expect(dayToJson(DateTime.utc(2026, 11, 4)), '2026-11-04');
  });
}
