import 'package:dio/dio.dart';

import 'request_extra.dart';
import 'session.dart';

/// Puts the access token on each request. Where the service refuses it, the token is renewed once, by
/// [Session], and the request is sent once more.
class AuthInterceptor extends Interceptor {
  AuthInterceptor(this._session, this._dio);

  final Session _session;
  final Dio _dio;

  @override
  Future<void> onRequest(RequestOptions options, RequestInterceptorHandler handler) async {
    try {
      final token = options.isOpen ? null : await _session.accessToken();
      if (token == null) {
        options.headers.remove('Authorization');
      } else {
        options.headers['Authorization'] = 'Bearer $token';
      }
      handler.next(options);
    } on Object catch (error, stack) {
      handler.reject(_wrap(options, error, stack));
    }
  }

  @override
  Future<void> onError(DioException err, ErrorInterceptorHandler handler) async {
    final options = err.requestOptions;
    final refused = _bearer(options);
    if (err.response?.statusCode != 401 || refused == null || options.isReplay) return handler.next(err);
    try {
      await _session.renewed(refused: refused);
      handler.resolve(await _dio.fetch<dynamic>(options.replayed()));
    } on DioException catch (error) {
      handler.reject(error);
    } on Object catch (error, stack) {
      handler.reject(_wrap(options, error, stack));
    }
  }

  static String? _bearer(RequestOptions options) {
    final header = options.headers['Authorization'];
    return header is String && header.startsWith('Bearer ') ? header.substring(7) : null;
  }

  /// An ApiError of the session goes through Dio as the cause of its own exception; ApiClient takes it out again.
  static DioException _wrap(RequestOptions options, Object error, StackTrace stack) =>
      DioException(requestOptions: options, error: error, stackTrace: stack, message: '$error');
}
