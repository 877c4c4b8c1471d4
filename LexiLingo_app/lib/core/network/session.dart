import 'dart:async';

import 'api_error.dart';
import 'tokens.dart';

/// Exchanges a refresh token for a new pair. Throws [ApiError].
typedef Renew = Future<Tokens> Function(String refreshToken);

/// Who is signed in, for both services: one JWT opens both.
///
/// A refresh token is spent by its use, and one that comes back ends every token of its sign-in. So at most one
/// renewal is under way, whoever needs it; the others wait for its result.
class Session {
  Session({required TokenStore store, required Renew renew})
      : _store = store,
        _renew = renew;

  final TokenStore _store;
  final Renew _renew;
  final StreamController<void> _ended = StreamController<void>.broadcast();
  Tokens? _tokens;
  bool _isLoaded = false;
  Future<Tokens>? _renewal;

  /// The service would not renew: the learner has to sign in again. Not sent after [signOut].
  Stream<void> get ended => _ended.stream;

  Future<Tokens?> get tokens async {
    if (!_isLoaded) {
      final stored = await _store.read();
      // A sign-in may have come while the store was read.
      if (!_isLoaded) _tokens = stored;
      _isLoaded = true;
    }
    return _tokens;
  }

  /// The token to send with the next request; null without a sign-in. Waits where a renewal is under way, so that
  /// no request leaves with a token that is known to be refused.
  Future<String?> accessToken() async {
    final renewal = _renewal;
    if (renewal != null) return (await renewal).access;
    return (await tokens)?.access;
  }

  Future<void> signIn(Tokens tokens) async {
    _isLoaded = true;
    _tokens = tokens;
    await _store.write(tokens);
  }

  Future<void> signOut() async {
    _isLoaded = true;
    _tokens = null;
    await _store.clear();
  }

  /// A token other than [refused], from the renewal under way, or from one begun now. Throws what the renewal
  /// threw: [Unauthenticated] where the session is over, [TemporaryError] where nobody answered (the tokens are
  /// kept then).
  Future<String> renewed({required String refused}) async {
    final current = await tokens;
    if (current == null) throw const AuthMissing('signed out');
    final renewal = _renewal;
    if (renewal == null && current.access != refused) return current.access;
    return (await (renewal ?? _begin(current))).access;
  }

  Future<Tokens> _begin(Tokens spent) {
    final renewal = _exchange(spent).whenComplete(() => _renewal = null);
    _renewal = renewal;
    return renewal;
  }

  Future<Tokens> _exchange(Tokens spent) async {
    final Tokens fresh;
    try {
      fresh = await _renew(spent.refresh);
    } on ApiError catch (error) {
      if (error is TemporaryError || error is Cancelled) rethrow;
      await _end(spent);
      throw error is Unauthenticated ? error : AuthExpired(error.message, status: error.status);
    }
    // Who signed out, or in as somebody else, meanwhile is not overwritten.
    if (!identical(_tokens, spent)) return _tokens ?? (throw const AuthMissing('signed out'));
    await signIn(fresh);
    return fresh;
  }

  Future<void> _end(Tokens spent) async {
    if (!identical(_tokens, spent)) return;
    await signOut();
    _ended.add(null);
  }
}
