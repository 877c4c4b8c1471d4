/// The device's clock may be wrong by a day. What is done offline is dated by the service's clock: every reply says
/// its time, from which the difference is kept.
class ServerClock {
  ServerClock({DateTime Function()? deviceNow}) : _deviceNow = deviceNow ?? DateTime.now;

  final DateTime Function() _deviceNow;
  Duration _offset = Duration.zero;

  /// A few seconds are the network's, not the clock's.
  static const Duration _tolerance = Duration(seconds: 5);

  /// Now, as the service would say it; UTC.
  DateTime now() => _deviceNow().toUtc().add(_offset);

  /// To be kept by the app between two starts, and given to [restore].
  Duration get offset => _offset;

  void restore(Duration offset) => _offset = offset;

  /// Takes the time out of a reply's `meta`.
  void hear(Object? body) {
    final meta = body is Map ? body['meta'] : null;
    final text = meta is Map ? meta['timestamp'] : null;
    final time = text is String ? DateTime.tryParse(text) : null;
    if (time == null) return;
    final difference = time.difference(_deviceNow().toUtc());
    _offset = difference.abs() < _tolerance ? Duration.zero : difference;
  }
}
