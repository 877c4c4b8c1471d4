import 'package:lexilingo_app/core/network/server_clock.dart';
import 'package:test/test.dart';

Map<String, Object?> _reply(String timestamp) => {
      'meta': {'timestamp': timestamp},
    };

void main() {
  final device = DateTime.utc(2026, 11, 24, 10);

  test("a clock that is a day behind is put right by the service's", () {
    final clock = ServerClock(deviceNow: () => device)..hear(_reply('2026-11-25T10:00:00Z'));
    expect(clock.now(), DateTime.utc(2026, 11, 25, 10));
  });

  test('the time that the reply took is not a wrong clock', () {
    final clock = ServerClock(deviceNow: () => device)..hear(_reply('2026-11-24T10:00:03Z'));
    expect(clock.offset, Duration.zero);
  });

  test('replies without a time change nothing', () {
    final clock = ServerClock(deviceNow: () => device)..restore(const Duration(hours: 1));
    for (final body in [null, 'bytes', const <String, Object?>{}, _reply('no time')]) {
      clock.hear(body);
    }
    expect(clock.offset, const Duration(hours: 1));
  });
}
