import '../../core/api/ai_api.dart';
import '../../core/api/backend_api.dart';
import '../../core/api/backend_models.dart';
import '../../core/network/ai_api_client.dart';
import '../../core/network/backend_api_client.dart';
import '../../core/network/session.dart';

abstract interface class AccountService {
  Future<UserView> me();
  Future<UserView> change(ProfileChange change);

  /// Everything that the Backend has of the learner.
  Future<AccountExport> export();

  /// Erases the learner from both services.
  Future<void> erase();
}

class AccountServiceImpl implements AccountService {
  AccountServiceImpl({required BackendApiClient backendClient, required AiApiClient aiClient, required Session session})
      : _backend = BackendApi(backendClient),
        _ai = AiApi(aiClient),
        _session = session;

  final BackendApi _backend;
  final AiApi _ai;
  final Session _session;

  @override
  Future<UserView> me() => _backend.getUsersMe();

  @override
  Future<UserView> change(ProfileChange change) => _backend.putUsersMe(body: change);

  @override
  Future<AccountExport> export() => _backend.getUsersMeExport();

  /// The AI service first: without the account there is no token that opens it. Where the second step fails, both
  /// can be done again.
  @override
  Future<void> erase() async {
    await _ai.deleteAiData();
    await _backend.deleteUsersMe();
    await _session.signOut();
  }
}
