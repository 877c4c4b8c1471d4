/// What a sign-in gives. Never logged; [toString] shows nothing of it.
final class Tokens {
  const Tokens({required this.access, required this.refresh, required this.userId});

  final String access;

  /// Spent by its use.
  final String refresh;
  final String userId;

  @override
  String toString() => 'Tokens(of $userId)';
}

/// Where the tokens are kept between two starts of the app. The app gives one that stands on the platform's
/// key store (`flutter_secure_storage`); this package knows no platform.
abstract interface class TokenStore {
  Future<Tokens?> read();
  Future<void> write(Tokens tokens);
  Future<void> clear();
}

/// For tests, and for apps that ask for the password at every start.
final class MemoryTokenStore implements TokenStore {
  MemoryTokenStore([this._tokens]);

  Tokens? _tokens;

  @override
  Future<Tokens?> read() async => _tokens;

  @override
  Future<void> write(Tokens tokens) async => _tokens = tokens;

  @override
  Future<void> clear() async => _tokens = null;
}
