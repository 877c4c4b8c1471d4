import 'package:dio/dio.dart';

/// A file to be sent, kept so that it can be sent again: its bytes, or how to open its stream anew.
///
/// The services look at the content, not at [filename].
final class Upload {
  Upload.bytes(List<int> bytes, {required this.filename})
      : length = bytes.length,
        _open = (() => Stream.value(bytes));

  /// [open] is called for each sending; [length] has to be right.
  const Upload.stream(Stream<List<int>> Function() open, {required this.length, required this.filename}) : _open = open;

  final String filename;
  final int length;
  final Stream<List<int>> Function() _open;

  MultipartFile toPart() => MultipartFile.fromStream(_open, length, filename: filename);
}

/// A multipart form. Absent fields are left out.
FormData formOf({required Map<String, String?> fields, required Map<String, Upload?> files}) {
  final form = FormData();
  for (final MapEntry(:key, :value) in fields.entries) {
    if (value != null) form.fields.add(MapEntry(key, value));
  }
  for (final MapEntry(:key, :value) in files.entries) {
    if (value != null) form.files.add(MapEntry(key, value.toPart()));
  }
  return form;
}
