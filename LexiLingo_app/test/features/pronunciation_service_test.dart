import 'package:lexilingo_app/core/network/api_error.dart';
import 'package:lexilingo_app/core/network/upload.dart';
import 'package:lexilingo_app/features/pronunciation/pronunciation_service.dart';
import 'package:test/test.dart';

import '../support/clients.dart';
import '../support/fake_adapter.dart';

void main() {
  test('the recording goes up as a form, with its progress; a refusal says what to do', () async {
    final shares = <double>[];
    final adapter = FakeAdapter((_) => problem(422, 'VALIDATION_ERROR', fields: {'audio': 'is too short'}));
    final service = PronunciationServiceImpl(apiClient: aiOn(adapter, session: sessionWith()));
    await expectLater(
      service.analyze(Upload.bytes(List.filled(2000, 1), filename: 'me.wav'), targetText: 'Xin chào: hello', onProgress: shares.add),
      throwsA(isA<ValidationFailed>().having((e) => e.fields['audio'], 'audio', 'is too short')),
    );
    expect(adapter.requests.single.path, '/api/v1/ai/pronunciation/analyze');
    expect(adapter.requests.single.headers['content-type'], startsWith('multipart/form-data'));
    expect(adapter.requests.single.body, contains('Xin chào: hello'));
    expect(shares.last, 1.0);
  });
}
