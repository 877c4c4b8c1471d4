import 'dart:math';

import 'package:dio/dio.dart';

import 'api_error.dart';
import 'request_extra.dart';

/// Sends a request again where nobody answered, or the service said that it cannot now. Only what may be done
/// twice: reads, PUT, DELETE, and writes with an `Idempotency-Key`, whose repetition gets the stored reply.
class RetryInterceptor extends Interceptor {
  RetryInterceptor(
    this._dio, {
    this.retries = 2,
    this.firstDelay = const Duration(milliseconds: 300),
    this.longestDelay = const Duration(seconds: 5),
    Random? random,
    Future<void> Function(Duration)? wait,
  })  : _random = random ?? Random(),
        _wait = wait ?? Future<void>.delayed;

  final Dio _dio;
  final int retries;
  final Duration firstDelay;

  /// A service that asks to wait longer is not asked again: the learner hears of it instead.
  final Duration longestDelay;
  final Random _random;
  final Future<void> Function(Duration) _wait;

  static const Set<String> _idempotent = {'GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'};

  @override
  Future<void> onError(DioException err, ErrorInterceptorHandler handler) async {
    final options = err.requestOptions;
    if (_isDoneAlready(err)) {
      return handler.resolve(Response<dynamic>(requestOptions: options, statusCode: 204));
    }
    final delay = options.retries < retries && _isRepeatable(options) ? _delay(err) : null;
    if (delay == null) return handler.next(err);
    await _wait(delay);
    if (options.cancelToken?.isCancelled ?? false) return handler.next(err);
    try {
      handler.resolve(await _dio.fetch<dynamic>(options.retried()));
    } on DioException catch (error) {
      handler.reject(error);
    } on Object catch (error, stack) {
      handler.reject(DioException(requestOptions: options, error: error, stackTrace: stack));
    }
  }

  static bool _isRepeatable(RequestOptions options) =>
      _idempotent.contains(options.method) || options.headers['Idempotency-Key'] != null;

  /// The reply to the first try was lost, but the thing is gone.
  static bool _isDoneAlready(DioException err) =>
      err.requestOptions.method == 'DELETE' && err.requestOptions.retries > 0 && err.response?.statusCode == 404;

  /// How long to wait; null: a repetition would not help.
  Duration? _delay(DioException err) {
    final asked = switch (err.type) {
      DioExceptionType.connectionTimeout ||
      DioExceptionType.sendTimeout ||
      DioExceptionType.receiveTimeout ||
      DioExceptionType.connectionError =>
        Duration.zero,
      DioExceptionType.badResponse => _askedByService(err),
      // A connection that broke in the middle comes as the platform's own exception.
      DioExceptionType.unknown when err.error is! ApiError && err.error is! FormatException => Duration.zero,
      _ => null,
    };
    if (asked == null || asked > longestDelay) return null;
    // Exponential, and anywhere between half of it and all: many apps that lost the same service do not come
    // back in the same moment.
    final backoff = firstDelay * pow(2, err.requestOptions.retries);
    return asked + backoff * (0.5 + _random.nextDouble() / 2);
  }

  static Duration? _askedByService(DioException err) {
    final response = err.response;
    final isPassing = switch (response?.statusCode) {
      429 || 502 || 503 || 504 => true,
      // The first try under this key is still being worked on.
      409 => err.requestOptions.headers['Idempotency-Key'] != null && err.requestOptions.retries > 0,
      _ => false,
    };
    return isPassing ? retryAfter(response?.headers) ?? Duration.zero : null;
  }
}

/// The services send seconds; a proxy's date is not understood.
Duration? retryAfter(Headers? headers) {
  final seconds = int.tryParse(headers?.value('retry-after') ?? '');
  return seconds == null ? null : Duration(seconds: seconds);
}
