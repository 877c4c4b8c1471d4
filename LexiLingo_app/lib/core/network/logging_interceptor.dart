import 'package:dio/dio.dart';

/// One line for each request: verb, path, status, time, the service's request id. Never a token, a query, a header
/// or a body: learners' texts and e-mail addresses stand there. Ids in a path are random and say nothing.
class LoggingInterceptor extends Interceptor {
  LoggingInterceptor(this._write, {DateTime Function()? now}) : _now = now ?? DateTime.now;

  final void Function(String line) _write;
  final DateTime Function() _now;

  static const String _began = 'lexi.began';

  @override
  void onRequest(RequestOptions options, RequestInterceptorHandler handler) {
    options.extra[_began] = _now();
    handler.next(options);
  }

  @override
  void onResponse(Response<dynamic> response, ResponseInterceptorHandler handler) {
    _log(response.requestOptions, '${response.statusCode}', response.headers);
    handler.next(response);
  }

  @override
  void onError(DioException err, ErrorInterceptorHandler handler) {
    _log(err.requestOptions, '${err.response?.statusCode ?? err.type.name}', err.response?.headers);
    handler.next(err);
  }

  void _log(RequestOptions options, String outcome, Headers? headers) {
    final began = options.extra[_began];
    final took = began is DateTime ? '${_now().difference(began).inMilliseconds} ms' : '-';
    final id = headers?.value('x-request-id') ?? '-';
    _write('${options.method} ${options.uri.path} $outcome $took $id');
  }
}
