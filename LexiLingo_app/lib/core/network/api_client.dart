import 'dart:async';
import 'dart:convert';
import 'dart:typed_data';

import 'package:dio/dio.dart';

import 'api_error.dart';
import 'auth_interceptor.dart';
import 'ids.dart';
import 'json.dart';
import 'logging_interceptor.dart';
import 'request_extra.dart';
import 'retry_interceptor.dart';
import 'server_clock.dart';
import 'server_sent_events.dart';
import 'session.dart';

/// Data whose list comes in pages, and which page this is.
final class Paged<T> {
  const Paged(this.data, {required this.page, required this.pageSize, required this.total, required this.totalPages});

  final T data;
  final int page;
  final int pageSize;
  final int total;
  final int totalPages;

  bool get isLast => page >= totalPages;
}

/// Bytes with what they are.
final class Bytes {
  const Bytes(this.data, {required this.contentType});

  final Uint8List data;
  final String contentType;
}

/// How one call differs from the others.
final class CallOptions {
  const CallOptions({this.cancelToken, this.idempotencyKey, this.receiveTimeout, this.accept, this.onSendProgress, this.onReceiveProgress});

  final CancelToken? cancelToken;

  /// The same key for the same deed makes a write safe to repeat; `newId()` makes one.
  final String? idempotencyKey;

  /// The longest silence; models on a slow machine need more than the specification's 30 s.
  final Duration? receiveTimeout;

  /// One of the media types that the route can answer with.
  final String? accept;
  final ProgressCallback? onSendProgress;
  final ProgressCallback? onReceiveProgress;

  /// With a key of its own where none was given: what the app then repeats counts once.
  CallOptions keyed() => idempotencyKey != null
      ? this
      : CallOptions(
          cancelToken: cancelToken,
          idempotencyKey: newId(),
          receiveTimeout: receiveTimeout,
          accept: accept,
          onSendProgress: onSendProgress,
          onReceiveProgress: onReceiveProgress,
        );
}

/// One service. Everything that fails is thrown as [ApiError].
///
/// The generated calls (`lib/core/api`) stand on [json], [paged], [bytes], [events] and [nothing]; the plain verbs are
/// for what they do not cover.
abstract class ApiClient {
  /// [session] null: a client that never sends a token, as the one that renews tokens.
  ApiClient({required this.baseUrl, Session? session, this.clock, void Function(String line)? log, Dio? dio})
      : _dio = dio ?? Dio() {
    _dio.options
      ..baseUrl = baseUrl
      ..connectTimeout = const Duration(seconds: 10)
      ..receiveTimeout = const Duration(seconds: 30);
    _dio.interceptors.addAll([
      // First, so that it sees every try, and before there is a token to see.
      if (log != null) LoggingInterceptor(log),
      if (session != null) AuthInterceptor(session, _dio),
      RetryInterceptor(_dio),
    ]);
  }

  /// With the prefix of the version: `https://api.example.com/api/v1`.
  final String baseUrl;
  final ServerClock? clock;
  final Dio _dio;

  Future<Response<dynamic>> get(String path, {Map<String, dynamic>? queryParameters, CallOptions options = const CallOptions()}) =>
      send('GET', path, query: queryParameters, options: options);

  Future<Response<dynamic>> post(String path, {Object? data, CallOptions options = const CallOptions()}) =>
      send('POST', path, data: data, options: options);

  Future<Response<dynamic>> put(String path, {Object? data, CallOptions options = const CallOptions()}) =>
      send('PUT', path, data: data, options: options);

  Future<Response<dynamic>> patch(String path, {Object? data, CallOptions options = const CallOptions()}) =>
      send('PATCH', path, data: data, options: options);

  Future<Response<dynamic>> delete(String path, {CallOptions options = const CallOptions()}) => send('DELETE', path, options: options);

  /// `data` of the reply's envelope; of a reply without one ([bare]) the whole.
  Future<T> json<T>(String method, String path, Decode<T> decode,
      {Object? data, Json? query, FormData Function()? form, String? contentType, bool isOpen = false, bool bare = false, CallOptions options = const CallOptions()}) async {
    final response = await send(method, path, data: data, query: query, form: form, contentType: contentType, isOpen: isOpen, options: options);
    return _decode(response, (body) => bare ? decode(body) : asObject(body).read('data', decode));
  }

  /// `data` of a reply that comes in pages.
  Future<Paged<T>> paged<T>(String method, String path, Decode<T> decode,
      {Object? data, Json? query, bool isOpen = false, CallOptions options = const CallOptions()}) async {
    final response = await send(method, path, data: data, query: query, isOpen: isOpen, options: options);
    return _decode(response, (body) => _readPage(asObject(body), decode));
  }

  Future<void> nothing(String method, String path,
      {Object? data, Json? query, FormData Function()? form, bool isOpen = false, CallOptions options = const CallOptions()}) async {
    await send(method, path, data: data, query: query, form: form, isOpen: isOpen, options: options);
  }

  Future<Bytes> bytes(String method, String path,
      {Object? data, Json? query, FormData Function()? form, bool isOpen = false, CallOptions options = const CallOptions()}) async {
    final response = await send(method, path,
        data: data, query: query, form: form, isOpen: isOpen, options: options, responseType: ResponseType.bytes);
    final body = response.data;
    return Bytes(
      body is Uint8List ? body : Uint8List.fromList(body is List<int> ? body : const []),
      contentType: response.headers.value(Headers.contentTypeHeader) ?? 'application/octet-stream',
    );
  }

  /// A stream of events. The request is sent when somebody listens; cancelling the subscription ends the request,
  /// and with it the service's work.
  Stream<ServerSentEvent> events(String method, String path, {Object? data, Json? query, CallOptions options = const CallOptions()}) {
    final cancel = options.cancelToken ?? CancelToken();
    final out = StreamController<ServerSentEvent>();
    StreamSubscription<ServerSentEvent>? source;

    Future<void> start() async {
      try {
        final response = await send(method, path,
            data: data,
            query: query,
            options: CallOptions(
              cancelToken: cancel,
              idempotencyKey: options.idempotencyKey,
              receiveTimeout: options.receiveTimeout,
              accept: 'text/event-stream',
            ),
            responseType: ResponseType.stream);
        final body = response.data;
        if (body is! ResponseBody) throw UnexpectedReply('no stream came', status: response.statusCode);
        source = serverSentEvents(body.stream).listen(
          out.add,
          onError: (Object error, StackTrace stack) {
            out.addError(_streamError(error, cancel), stack);
            out.close();
          },
          onDone: out.close,
          cancelOnError: true,
        );
      } on ApiError catch (error, stack) {
        out.addError(error, stack);
        await out.close();
      }
    }

    out
      ..onListen = start
      ..onPause = (() => source?.pause())
      ..onResume = (() => source?.resume())
      ..onCancel = () async {
        cancel.cancel();
        await source?.cancel();
      };
    return out.stream;
  }

  /// The reply as it came, its status below 400.
  Future<Response<dynamic>> send(String method, String path,
      {Object? data,
      Json? query,
      FormData Function()? form,
      String? contentType,
      bool isOpen = false,
      CallOptions options = const CallOptions(),
      ResponseType responseType = ResponseType.json}) async {
    try {
      final response = await _dio.request<dynamic>(
        _address(path),
        data: form == null ? data : form(),
        queryParameters: query == null ? null : withoutNulls(query),
        cancelToken: options.cancelToken,
        onSendProgress: options.onSendProgress,
        onReceiveProgress: options.onReceiveProgress,
        options: Options(
          method: method,
          responseType: responseType,
          receiveTimeout: options.receiveTimeout,
          contentType: contentType,
          headers: {
            if (options.accept != null) 'Accept': options.accept,
            if (options.idempotencyKey != null) 'Idempotency-Key': options.idempotencyKey,
          },
          extra: {
            if (isOpen) RequestExtra.open: true,
            if (form != null) RequestExtra.form: form,
          },
        ),
      );
      clock?.hear(response.data);
      return response;
    } on DioException catch (error) {
      throw await _apiError(error);
    }
  }

  /// Ends what is under way.
  void close() => _dio.close(force: true);

  /// A leading `!` marks a path that stands outside the prefix (`!/v2/check`).
  String _address(String path) => path.startsWith('!') ? Uri.parse(baseUrl).resolve(path.substring(1)).toString() : path;

  static T _decode<T>(Response<dynamic> response, Decode<T> decode) {
    try {
      return decode(response.data);
    } on FormatException catch (error) {
      throw UnexpectedReply(error.message, status: response.statusCode, requestId: response.headers.value('x-request-id'));
    }
  }

  static Paged<T> _readPage<T>(Json body, Decode<T> decode) {
    final pagination = body.read('pagination', asObject);
    return Paged(
      body.read('data', decode),
      page: pagination.read('page', asInt),
      pageSize: pagination.read('page_size', asInt),
      total: pagination.read('total', asInt),
      totalPages: pagination.read('total_pages', asInt),
    );
  }

  static ApiError _streamError(Object error, CancelToken cancel) {
    if (cancel.isCancelled) return const Cancelled();
    if (error is DioException && error.type == DioExceptionType.receiveTimeout) return const TimedOut();
    return error is ApiError ? error : const NoConnection('the stream broke off');
  }

  static Future<ApiError> _apiError(DioException error) async {
    final cause = error.error;
    if (cause is ApiError) return cause;
    return switch (error.type) {
      DioExceptionType.cancel => const Cancelled(),
      DioExceptionType.connectionTimeout || DioExceptionType.sendTimeout || DioExceptionType.receiveTimeout => const TimedOut(),
      DioExceptionType.badResponse => ApiError.problem(
          error.response?.statusCode ?? 0,
          await _problemBody(error.response?.data),
          retryAfter: retryAfter(error.response?.headers),
        ),
      DioExceptionType.unknown when cause is FormatException => UnexpectedReply(cause.message),
      _ => NoConnection(error.message ?? 'no answer'),
    };
  }

  /// A problem is JSON however the call wanted its reply: as bytes, or as a stream.
  static Future<Object?> _problemBody(Object? data) async {
    try {
      return switch (data) {
        final ResponseBody body => jsonDecode(await utf8.decodeStream(body.stream)),
        final List<int> bytes => jsonDecode(utf8.decode(bytes)),
        final String text => jsonDecode(text),
        _ => data,
      };
    } on Object {
      return null; // a proxy's page: the status has to say it
    }
  }
}
