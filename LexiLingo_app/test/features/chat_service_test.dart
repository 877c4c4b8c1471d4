import 'dart:convert';

import 'package:dio/dio.dart';
import 'package:lexilingo_app/core/api/ai_models.dart';
import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/features/chat/chat_service.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';

const Map<String, Object?> correction = {
  'original': 'go',
  'corrected': 'went',
  'explanation': 'past',
  'explanation_vi': 'quá khứ',
  'hint': 'Look at the verb.',
  'hint_vi': 'Xem lại động từ.',
  'error_type': 'tense',
  'span': {'start': 2, 'end': 4},
};

const Map<String, Object?> reply = {
  'session_id': '64b0c0ffee64b0c0ffee0001',
  'message_id': 'm-1',
  'reply': 'Hi An!',
  'corrections': [correction],
  'suggestions': <String>[],
  'card_suggestions': <Object?>[],
  'usage': {'prompt_tokens': 10, 'completion_tokens': 3, 'cached_tokens': 0},
  'model': 'tiny',
  'duration': 1,
};

String _event(String name, Object? value) => 'event: $name\ndata: ${jsonEncode(value)}\n\n';

ChatService _chat(FakeAdapter adapter) => ChatServiceImpl(apiClient: aiOn(adapter, session: sessionWith()));

FakeAdapter _streaming(String body) => FakeAdapter((_) => ResponseBody.fromString(body, 200, headers: {
      Headers.contentTypeHeader: ['text/event-stream'],
    }));

void main() {
  test('tokens, corrections and the whole reply', () async {
    final adapter = _streaming(': hello\n\n${_event('token', {'text': 'Hi '})}${_event('token', {'text': 'An!'})}'
        '${_event('correction', correction)}${_event('mood', 'happy')}${_event('done', reply)}');
    final events = await _chat(adapter).stream(const ChatBody(message: 'I go there yesterday')).toList();
    expect(events.whereType<ChatToken>().map((event) => event.text).join(), 'Hi An!');
    expect(events.whereType<ChatCorrected>().single.correction.corrected, 'went');
    expect(events.last, isA<ChatDone>().having((event) => event.reply.reply, 'reply', 'Hi An!'));
    expect(events, hasLength(4));
    expect(adapter.requests.single.headers['Accept'], 'text/event-stream');
    expect(adapter.requests.single.json, {'message': 'I go there yesterday'});
  });

  test('a problem in the stream is the error of its code', () async {
    final problem = {
      'status': 503,
      'detail': 'the model is gone',
      'error': {'code': 'SERVICE_UNAVAILABLE'},
    };
    final stream = _chat(_streaming(_event('token', {'text': 'Hi'}) + _event('error', problem))).stream(const ChatBody(message: 'Hi'));
    await expectLater(stream, emitsInOrder([isA<ChatToken>(), emitsError(isA<ServiceUnavailable>())]));
  });

  test('an event of another shape is no crash', () async {
    final stream = _chat(_streaming(_event('token', {'words': 1}))).stream(const ChatBody(message: 'Hi'));
    await expectLater(stream, emitsError(isA<UnexpectedReply>()));
  });

  test('the answer in one piece', () async {
    final adapter = FakeAdapter((_) => data(reply));
    expect((await _chat(adapter).send(const ChatBody(message: 'Hi'))).duration, 1.0);
    expect(adapter.requests.single.headers['Idempotency-Key'], isNotEmpty);
  });
}
