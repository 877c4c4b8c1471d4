import 'dart:async';
import 'dart:convert';

import 'package:lexilingo_app/core/network/server_sent_events.dart';
import 'package:test/test.dart';

const String _body = 'event: token\ndata: {"text": "Chào bạn 👋"}\n\n'
    ': heartbeat\n\n'
    'data: one\ndata: two\n\n'
    'event: done\r\ndata:x\r\n\r\n';

const List<ServerSentEvent> _events = [
  ServerSentEvent('token', '{"text": "Chào bạn 👋"}'),
  ServerSentEvent('message', 'one\ntwo'),
  ServerSentEvent('done', 'x'),
];

Future<List<ServerSentEvent>> _read(Iterable<List<int>> pieces) => serverSentEvents(Stream.fromIterable(pieces)).toList();

void main() {
  final bytes = utf8.encode(_body);

  test('events of one piece', () async => expect(await _read([bytes]), _events));

  test('cut anywhere, also inside a letter, they are the same', () async {
    for (var at = 0; at <= bytes.length; at++) {
      expect(await _read([bytes.sublist(0, at), bytes.sublist(at)]), _events, reason: 'cut at $at');
    }
  });

  test('byte by byte they are the same', () async {
    expect(await _read([for (final byte in bytes) [byte]]), _events);
  });

  test('an event that the end cuts off is dropped', () async {
    expect(await _read([utf8.encode('data: whole\n\ndata: half')]), [const ServerSentEvent('message', 'whole')]);
  });

  test('broken bytes are replaced and end nothing', () async {
    final events = await _read([
      [...utf8.encode('data: a'), 0xff, ...utf8.encode('b\n\n')],
    ]);
    expect(events.single.data, 'a\u{fffd}b');
  });

  test('cancelling cancels the body at once', () async {
    var isCancelled = false;
    final body = StreamController<List<int>>(onCancel: () => isCancelled = true);
    final subscription = serverSentEvents(body.stream).listen((_) {});
    body.add(utf8.encode('data: one\n\n'));
    await pumpEventQueue();
    await subscription.cancel();
    expect(isCancelled, isTrue);
  });
}
