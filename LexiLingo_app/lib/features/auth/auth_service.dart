import '../../core/api/backend_api.dart';
import '../../core/api/backend_models.dart';
import '../../core/network/api_error.dart';
import '../../core/network/backend_api_client.dart';
import '../../core/network/session.dart';
import '../../core/network/tokens.dart';

abstract interface class AuthService {
  /// [AlreadyExists] names the field whose value is taken.
  Future<UserView> register(AuthRegister account);

  /// [name] is the e-mail address or the username. [AuthInvalid]: one of the two is wrong, the service does not say
  /// which.
  Future<void> signIn({required String name, required String password});

  /// Signed out on this device in any case; [everywhere] ends the learner's other sign-ins too.
  Future<void> signOut({bool everywhere = false});

  Future<bool> get isSignedIn;

  /// The session could not be renewed: show the sign-in.
  Stream<void> get sessionEnded;
}

class AuthServiceImpl implements AuthService {
  AuthServiceImpl({required BackendApiClient apiClient, required Session session})
      : _api = BackendApi(apiClient),
        _session = session;

  final BackendApi _api;
  final Session _session;

  @override
  Future<UserView> register(AuthRegister account) => _api.postAuthRegister(account);

  @override
  Future<void> signIn({required String name, required String password}) async =>
      _session.signIn(tokensOf(await _api.postAuthLogin(AuthLogin(email: name, password: password))));

  @override
  Future<void> signOut({bool everywhere = false}) async {
    final tokens = await _session.tokens;
    if (tokens == null) return;
    try {
      await _api.postAuthLogout(body: AuthLogout(refreshToken: tokens.refresh, all: everywhere ? true : null));
    } on Unauthenticated {
      // The service had ended the session before.
    } finally {
      await _session.signOut();
    }
  }

  @override
  Future<bool> get isSignedIn async => await _session.tokens != null;

  @override
  Stream<void> get sessionEnded => _session.ended;
}

Tokens tokensOf(TokenReply reply) => Tokens(access: reply.accessToken, refresh: reply.refreshToken, userId: reply.userId);

/// Renews tokens over a client of its own, without a session: a renewal must not wait for itself.
Renew renewalAt(BackendApiClient openClient) {
  final api = BackendApi(openClient);
  return (refreshToken) async => tokensOf(await api.postAuthRefresh(AuthRefresh(refreshToken: refreshToken)));
}
