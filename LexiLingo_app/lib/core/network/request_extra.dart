import 'package:dio/dio.dart';

/// What our interceptors tell each other about a request, in Dio's `extra`.
extension RequestExtra on RequestOptions {
  static const String open = 'lexi.open';
  static const String form = 'lexi.form';
  static const String _replay = 'lexi.replay';
  static const String _tries = 'lexi.tries';

  /// Sent without a token.
  bool get isOpen => extra[open] == true;

  /// Sent again already, after the token was renewed.
  bool get isReplay => extra[_replay] == true;

  /// How often it was sent again because nobody answered.
  int get retries => extra[_tries] as int? ?? 0;

  RequestOptions replayed() {
    extra[_replay] = true;
    return _again();
  }

  RequestOptions retried() {
    extra[_tries] = retries + 1;
    return _again();
  }

  /// A form's stream can be read once, so a form is made anew for each sending.
  RequestOptions _again() {
    final make = extra[form];
    if (make is FormData Function()) data = make();
    return this;
  }
}
