import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:test/test.dart';

Map<String, Object?> _problem(String code, {Map<String, String> fields = const {}}) => {
      'detail': 'a sentence',
      'error': {
        'code': code,
        'message': 'a sentence',
        'details': {'fields': fields},
      },
      'meta': {'request_id': 'r-7'},
    };

void main() {
  final classes = <String, Matcher>{
    'AUTH_MISSING': isA<AuthMissing>(),
    'AUTH_INVALID': isA<AuthInvalid>(),
    'AUTH_EXPIRED': isA<AuthExpired>(),
    'AUTH_FORBIDDEN': isA<Forbidden>(),
    'VALIDATION_ERROR': isA<ValidationFailed>(),
    'NOT_FOUND': isA<NotFound>(),
    'ALREADY_EXISTS': isA<AlreadyExists>(),
    'CONFLICT': isA<Conflict>(),
    'RATE_LIMITED': isA<RateLimited>(),
    'PAYLOAD_TOO_LARGE': isA<PayloadTooLarge>(),
    'UNSUPPORTED_MEDIA_TYPE': isA<UnsupportedMediaType>(),
    'MODEL_LOADING': isA<ModelLoading>(),
    'SERVICE_UNAVAILABLE': isA<ServiceUnavailable>(),
    'INTERNAL_ERROR': isA<InternalError>(),
  };
  classes.forEach((code, matcher) {
    test('$code has its class', () => expect(ApiError.problem(400, _problem(code)), matcher));
  });

  test('the code of a newer service is kept', () {
    final error = ApiError.problem(418, _problem('TEAPOT'));
    expect(error, isA<UnknownProblem>().having((e) => e.code, 'code', 'TEAPOT'));
  });

  test('fields, sentence and request id are kept', () {
    final error = ApiError.problem(422, _problem('VALIDATION_ERROR', fields: {'email': 'must be an e-mail address'}));
    expect(error, isA<ValidationFailed>().having((e) => e.fields, 'fields', {'email': 'must be an e-mail address'}));
    expect(error.message, 'a sentence');
    expect(error.requestId, 'r-7');
  });

  test("a proxy's page is judged by its status", () {
    expect(ApiError.problem(502, '<html>Bad Gateway</html>'), isA<ServiceUnavailable>());
    expect(ApiError.problem(404, null), isA<NotFound>());
    expect(ApiError.problem(418, const <Object?>[]), isA<UnknownProblem>());
  });

  test('parts of odd shapes are left out', () {
    final error = ApiError.problem(422, {
      'detail': 3,
      'error': {'code': 'VALIDATION_ERROR', 'details': 'none'},
      'meta': <Object?>[],
    });
    expect(error, isA<ValidationFailed>().having((e) => e.fields, 'fields', isEmpty));
  });

  test('only what passes by itself is to be kept and sent again', () {
    expect(ApiError.problem(503, _problem('MODEL_LOADING'), retryAfter: const Duration(seconds: 3)).isAway, isTrue);
    expect(const NoConnection().isAway, isTrue);
    expect(ApiError.problem(422, _problem('VALIDATION_ERROR')).isAway, isFalse);
    expect(const AuthExpired('over').isAway, isFalse);
  });
}
