import 'dart:convert';
import 'dart:io';

import 'pending_review.dart';

/// One line of JSON for each review, appended and flushed before [add] returns. Not for the web, which has no files.
class FilePendingReviewStore implements PendingReviewStore {
  FilePendingReviewStore(this._file);

  final File _file;

  /// The file is read and written by one operation at a time.
  Future<void> _last = Future.value();

  @override
  Future<List<PendingReview>> all() => _inTurn(_read);

  @override
  Future<void> add(PendingReview review) => _inTurn(() async {
        // The newline goes first: it ends a line that was cut off when the app died.
        await _file.writeAsString('\n${jsonEncode(review.toJson())}', mode: FileMode.append, flush: true);
      });

  @override
  Future<void> remove(Set<String> clientIds) => _inTurn(() async {
        final kept = [
          for (final review in await _read())
            if (!clientIds.contains(review.clientId)) review,
        ];
        // A new file takes the old one's place at once: a death in between loses neither.
        final next = File('${_file.path}.new');
        await next.writeAsString(kept.map((review) => '\n${jsonEncode(review.toJson())}').join(), flush: true);
        await next.rename(_file.path);
      });

  Future<List<PendingReview>> _read() async {
    if (!await _file.exists()) return [];
    final reviews = <PendingReview>[];
    for (final line in const LineSplitter().convert(utf8.decode(await _file.readAsBytes(), allowMalformed: true))) {
      if (line.isEmpty) continue;
      try {
        reviews.add(PendingReview.fromJson(jsonDecode(line)));
      } on FormatException {
        continue; // cut off: add() never returned
      }
    }
    return reviews;
  }

  Future<T> _inTurn<T>(Future<T> Function() work) {
    final result = _last.then((_) => work());
    _last = result.then<void>((_) {}, onError: (Object _) {});
    return result;
  }
}
