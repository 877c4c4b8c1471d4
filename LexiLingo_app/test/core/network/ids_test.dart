import 'package:lexilingo_app/core/network/ids.dart';
import 'package:test/test.dart';

void main() {
  test('ids are random UUIDs of version 4', () {
    final ids = {for (var i = 0; i < 200; i++) newId()};
    expect(ids, hasLength(200));
    expect(ids, everyElement(matches(r'^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')));
  });
}
