import 'dart:async';
import 'dart:convert';

/// One event of a `text/event-stream`.
final class ServerSentEvent {
  const ServerSentEvent(this.event, this.data);

  final String event;
  final String data;

  @override
  bool operator ==(Object other) => other is ServerSentEvent && other.event == event && other.data == data;

  @override
  int get hashCode => Object.hash(event, data);

  @override
  String toString() => '$event: $data';
}

/// The events of a body. A letter of several bytes may come in two pieces: the decoder keeps the first until the
/// second is there. Comments (the services send one every 15 s) are skipped. Cancelling the subscription cancels
/// that of [body].
Stream<ServerSentEvent> serverSentEvents(Stream<List<int>> body) {
  final lines = const LineSplitter().bind(const Utf8Decoder(allowMalformed: true).bind(body));
  return Stream.eventTransformed(lines, _EventSink.new);
}

/// Gathers lines until the empty one that ends an event (WHATWG HTML, 9.2.6). An event that the end of the body
/// cuts off is dropped, as the standard says.
final class _EventSink implements EventSink<String> {
  _EventSink(this._out);

  final EventSink<ServerSentEvent> _out;
  final List<String> _data = [];
  String _event = '';

  @override
  void add(String line) {
    if (line.isEmpty) return _dispatch();
    final colon = line.indexOf(':');
    final name = colon < 0 ? line : line.substring(0, colon);
    var value = colon < 0 ? '' : line.substring(colon + 1);
    if (value.startsWith(' ')) value = value.substring(1);
    if (name == 'event') _event = value;
    if (name == 'data') _data.add(value);
  }

  void _dispatch() {
    if (_data.isNotEmpty) _out.add(ServerSentEvent(_event.isEmpty ? 'message' : _event, _data.join('\n')));
    _data.clear();
    _event = '';
  }

  @override
  void addError(Object error, [StackTrace? stackTrace]) => _out.addError(error, stackTrace);

  @override
  void close() => _out.close();
}
