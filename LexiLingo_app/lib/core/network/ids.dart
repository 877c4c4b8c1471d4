import 'dart:math';

/// A random UUID (RFC 9562, version 4): names a review that was done offline, or a write (`Idempotency-Key`).
String newId([Random? random]) {
  final source = random ?? _secure;
  final bytes = [for (var i = 0; i < 16; i++) source.nextInt(256)];
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  final hex = bytes.map((byte) => byte.toRadixString(16).padLeft(2, '0')).join();
  return [hex.substring(0, 8), hex.substring(8, 12), hex.substring(12, 16), hex.substring(16, 20), hex.substring(20)].join('-');
}

final Random _secure = Random.secure();
