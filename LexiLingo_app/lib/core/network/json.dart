/// Reading decoded JSON into typed values. What is not as documented is a [FormatException] that names the place;
/// ApiClient makes an UnexpectedReply of it.
typedef Json = Map<String, Object?>;
typedef Decode<T> = T Function(Object? json);

Json asObject(Object? json) {
  if (json is Map<String, Object?>) return json;
  if (json is Map) return json.map((key, value) => MapEntry('$key', value));
  throw FormatException('an object was expected, not ${json.runtimeType}');
}

String asString(Object? json) => json is String ? json : throw FormatException('a text was expected, not ${json.runtimeType}');

bool asBool(Object? json) => json is bool ? json : throw FormatException('true or false was expected, not ${json.runtimeType}');

/// A service in another language may write 3 as 3.0.
int asInt(Object? json) => switch (json) {
      final int number => number,
      final double number when number == number.roundToDouble() => number.toInt(),
      _ => throw FormatException('an integer was expected, not $json'),
    };

double asDouble(Object? json) => json is num ? json.toDouble() : throw FormatException('a number was expected, not ${json.runtimeType}');

/// An instant (RFC 3339), as UTC; or a day, which is midnight UTC of that date and no instant.
DateTime asDateTime(Object? json) {
  final text = asString(json);
  final parsed = DateTime.parse(_isDay.hasMatch(text) ? '${text}T00:00:00Z' : text);
  return parsed.isUtc ? parsed : throw FormatException('a time without a zone: $text');
}

final RegExp _isDay = RegExp(r'^\d{4}-\d\d-\d\d$');

Object? asAnything(Object? json) => json;

Decode<List<T>> listOf<T>(Decode<T> decode) => (json) {
      if (json is! List) throw FormatException('a list was expected, not ${json.runtimeType}');
      return [for (final item in json) decode(item)];
    };

Decode<Map<String, T>> mapOf<T>(Decode<T> decode) =>
    (json) => asObject(json).map((key, value) => MapEntry(key, decode(value)));

Decode<T?> orNull<T>(Decode<T> decode) => (json) => json == null ? null : decode(json);

extension ReadField on Json {
  /// The field [name], which has to be there.
  T read<T>(String name, Decode<T> decode) {
    try {
      return decode(this[name]);
    } on FormatException catch (error) {
      throw FormatException('$name: ${error.message}');
    }
  }

  /// The field [name], null where it is absent or null.
  T? readOrNull<T>(String name, Decode<T> decode) => read<T?>(name, orNull<T>(decode));
}

/// A time as the services read it.
String timeToJson(DateTime time) => time.toUtc().toIso8601String();

/// Only the date of [day].
String dayToJson(DateTime day) => day.toIso8601String().substring(0, 10);

/// What stands in a request: absent fields are left out.
Json withoutNulls(Json json) => {
      for (final MapEntry(:key, :value) in json.entries)
        if (value != null) key: value,
    };
