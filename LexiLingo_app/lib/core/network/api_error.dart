/// What can go wrong between the app and a service, as one sealed type: a `switch` over it is checked
/// for completeness by the compiler.
///
/// The services answer with problem JSON (RFC 9457) whose `error.code` says what happened; [ApiError.problem]
/// turns it into the class of the same meaning. [message] is the service's sentence in English, for logs and
/// developers; what a learner reads is the app's own text for the class.
sealed class ApiError implements Exception {
  const ApiError(this.message, {this.status, this.requestId});

  /// From a refused reply: its status, its decoded body (anything may stand there where a proxy answered) and
  /// its `Retry-After`.
  factory ApiError.problem(int status, Object? body, {Duration? retryAfter}) {
    final problem = Problem.read(body);
    final message = problem.detail ?? 'HTTP $status';
    final id = problem.requestId;
    return switch (problem.code ?? _codeOfStatus(status)) {
      'AUTH_MISSING' => AuthMissing(message, status: status, requestId: id),
      'AUTH_INVALID' => AuthInvalid(message, status: status, requestId: id),
      'AUTH_EXPIRED' => AuthExpired(message, status: status, requestId: id),
      'AUTH_FORBIDDEN' => Forbidden(message, status: status, requestId: id),
      // A body that is not JSON (400) and a wrong verb (405) have this code too: both are the app's own bugs.
      'VALIDATION_ERROR' => ValidationFailed(message, fields: problem.fields, status: status, requestId: id),
      'NOT_FOUND' => NotFound(message, status: status, requestId: id),
      'ALREADY_EXISTS' => AlreadyExists(message, fields: problem.fields, status: status, requestId: id),
      'CONFLICT' => Conflict(message, status: status, requestId: id),
      'RATE_LIMITED' => RateLimited(message, retryAfter: retryAfter, status: status, requestId: id),
      'PAYLOAD_TOO_LARGE' => PayloadTooLarge(message, status: status, requestId: id),
      'UNSUPPORTED_MEDIA_TYPE' => UnsupportedMediaType(message, status: status, requestId: id),
      'MODEL_LOADING' => ModelLoading(message, retryAfter: retryAfter, status: status, requestId: id),
      'SERVICE_UNAVAILABLE' => ServiceUnavailable(message, retryAfter: retryAfter, status: status, requestId: id),
      'INTERNAL_ERROR' => InternalError(message, status: status, requestId: id),
      final code => UnknownProblem(message, code: code, status: status, requestId: id),
    };
  }

  final String message;
  final int? status;

  /// Names the request in the service's log.
  final String? requestId;

  /// May the request never have arrived, or be answered when it is sent again later? What the learner did must
  /// then be kept.
  bool get isAway => false;

  @override
  String toString() => '$runtimeType(${status ?? '-'}): $message';
}

/// Something that passes by itself.
sealed class TemporaryError extends ApiError {
  const TemporaryError(super.message, {this.retryAfter, super.status, super.requestId});

  /// When the service says that a try is worth it.
  final Duration? retryAfter;

  @override
  bool get isAway => true;
}

/// No answer at all: no network, or the service is down.
final class NoConnection extends TemporaryError {
  const NoConnection([super.message = 'no answer']);
}

/// The answer did not come in time; what was asked for may have been done.
final class TimedOut extends TemporaryError {
  const TimedOut([super.message = 'no answer in time']);
}

final class RateLimited extends TemporaryError {
  const RateLimited(super.message, {super.retryAfter, super.status, super.requestId});
}

final class ModelLoading extends TemporaryError {
  const ModelLoading(super.message, {super.retryAfter, super.status, super.requestId});
}

final class ServiceUnavailable extends TemporaryError {
  const ServiceUnavailable(super.message, {super.retryAfter, super.status, super.requestId});
}

final class InternalError extends TemporaryError {
  const InternalError(super.message, {super.status, super.requestId});
}

/// The app itself gave up: the learner left the page, say.
final class Cancelled extends ApiError {
  const Cancelled([super.message = 'cancelled']);
}

/// The learner has to sign in.
sealed class Unauthenticated extends ApiError {
  const Unauthenticated(super.message, {super.status, super.requestId});
}

final class AuthMissing extends Unauthenticated {
  const AuthMissing(super.message, {super.status, super.requestId});
}

/// Also a wrong name or password at the sign-in: the service does not say which.
final class AuthInvalid extends Unauthenticated {
  const AuthInvalid(super.message, {super.status, super.requestId});
}

final class AuthExpired extends Unauthenticated {
  const AuthExpired(super.message, {super.status, super.requestId});
}

final class Forbidden extends ApiError {
  const Forbidden(super.message, {super.status, super.requestId});
}

final class ValidationFailed extends ApiError {
  const ValidationFailed(super.message, {this.fields = const {}, super.status, super.requestId});

  /// What is wrong with which field of the request.
  final Map<String, String> fields;
}

/// Also what belongs to somebody else.
final class NotFound extends ApiError {
  const NotFound(super.message, {super.status, super.requestId});
}

final class AlreadyExists extends ApiError {
  const AlreadyExists(super.message, {this.fields = const {}, super.status, super.requestId});

  /// The field whose value is taken.
  final Map<String, String> fields;
}

final class Conflict extends ApiError {
  const Conflict(super.message, {super.status, super.requestId});
}

final class PayloadTooLarge extends ApiError {
  const PayloadTooLarge(super.message, {super.status, super.requestId});
}

final class UnsupportedMediaType extends ApiError {
  const UnsupportedMediaType(super.message, {super.status, super.requestId});
}

/// A reply that is not what the documents say.
final class UnexpectedReply extends ApiError {
  const UnexpectedReply(super.message, {super.status, super.requestId});
}

/// A code that this app is too old to know.
final class UnknownProblem extends ApiError {
  const UnknownProblem(super.message, {required this.code, super.status, super.requestId});

  final String code;
}

String _codeOfStatus(int status) => switch (status) {
      401 => 'AUTH_INVALID',
      403 => 'AUTH_FORBIDDEN',
      404 => 'NOT_FOUND',
      409 => 'CONFLICT',
      413 => 'PAYLOAD_TOO_LARGE',
      415 => 'UNSUPPORTED_MEDIA_TYPE',
      400 || 422 => 'VALIDATION_ERROR',
      429 => 'RATE_LIMITED',
      502 || 503 || 504 => 'SERVICE_UNAVAILABLE',
      >= 500 => 'INTERNAL_ERROR',
      _ => 'HTTP_$status',
    };

/// The parts of a problem document that the app uses. Whatever is not as expected is absent.
final class Problem {
  const Problem({this.code, this.detail, this.fields = const {}, this.requestId});

  factory Problem.read(Object? body) {
    if (body is! Map) return const Problem();
    final error = body['error'];
    final code = error is Map ? error['code'] : null;
    final details = error is Map ? error['details'] : null;
    final fields = details is Map ? details['fields'] : null;
    final meta = body['meta'];
    final requestId = meta is Map ? meta['request_id'] : null;
    final detail = body['detail'];
    return Problem(
      code: code is String ? code : null,
      detail: detail is String ? detail : null,
      fields: {
        if (fields is Map)
          for (final MapEntry(:key, :value) in fields.entries) '$key': '$value',
      },
      requestId: requestId is String ? requestId : null,
    );
  }

  final String? code;
  final String? detail;
  final Map<String, String> fields;
  final String? requestId;
}
