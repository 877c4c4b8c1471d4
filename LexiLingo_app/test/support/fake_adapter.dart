import 'dart:async';
import 'dart:convert';
import 'dart:typed_data';

import 'package:dio/dio.dart';

/// A request as it left Dio; headers are copied, because a repetition changes them.
final class SentRequest {
  SentRequest(RequestOptions options, this.body)
      : method = options.method,
        path = options.uri.path,
        query = options.uri.queryParameters,
        headers = Map.of(options.headers);

  final String method;
  final String path;
  final Map<String, String> query;
  final Map<String, dynamic> headers;
  final String body;

  String? get bearer => headers['Authorization'] as String?;
  Object? get json => jsonDecode(body);
}

typedef Answer = FutureOr<ResponseBody> Function(SentRequest request);

/// Stands where the network would be.
class FakeAdapter implements HttpClientAdapter {
  FakeAdapter(this._answer);

  /// Answers in this order, the last one again and again.
  FakeAdapter.inOrder(List<Answer> answers) : this._of(List.of(answers));

  FakeAdapter._of(List<Answer> answers) : _answer = ((request) => (answers.length > 1 ? answers.removeAt(0) : answers.first)(request));

  final Answer _answer;
  final List<SentRequest> requests = [];
  bool isCancelled = false;

  @override
  Future<ResponseBody> fetch(RequestOptions options, Stream<Uint8List>? requestStream, Future<void>? cancelFuture) async {
    unawaited(cancelFuture?.then((_) => isCancelled = true));
    final bytes = <int>[];
    if (requestStream != null) {
      await for (final part in requestStream) {
        bytes.addAll(part);
      }
    }
    final request = SentRequest(options, utf8.decode(bytes, allowMalformed: true));
    requests.add(request);
    return _answer(request);
  }

  @override
  void close({bool force = false}) {}
}

Dio dioOn(HttpClientAdapter adapter) => Dio()..httpClientAdapter = adapter;

ResponseBody jsonBody(Object? body, {int status = 200, Map<String, List<String>> headers = const {}}) => ResponseBody.fromString(
      jsonEncode(body),
      status,
      headers: {
        Headers.contentTypeHeader: [status < 400 ? 'application/json' : 'application/problem+json'],
        ...headers,
      },
    );

const Map<String, Object?> meta = {'request_id': 'r-1', 'timestamp': '2026-11-24T10:00:00Z'};

ResponseBody data(Object? data, {int status = 200}) => jsonBody({'success': true, 'data': data, 'meta': meta}, status: status);

ResponseBody page(List<Object?> data, {int page = 1, int total = 1, int totalPages = 1}) => jsonBody({
      'success': true,
      'data': data,
      'meta': meta,
      'pagination': {'page': page, 'page_size': 20, 'total': total, 'total_pages': totalPages},
    });

ResponseBody nothing() => ResponseBody.fromString('', 204);

ResponseBody problem(int status, String code, {Map<String, String> fields = const {}, int? retryAfter}) => jsonBody(
      {
        'type': 'about:blank',
        'title': code,
        'status': status,
        'detail': 'it is $code',
        'error': {
          'code': code,
          'message': 'it is $code',
          'details': {'fields': fields},
        },
        'meta': meta,
      },
      status: status,
      headers: {
        if (retryAfter != null) 'retry-after': ['$retryAfter'],
      },
    );

Never offline(SentRequest request) =>
    throw DioException.connectionError(requestOptions: RequestOptions(path: request.path), reason: 'no network');
