import 'package:dio/dio.dart';
import 'package:lexilingo_app/core/network/ai_api_client.dart';
import 'package:lexilingo_app/core/network/backend_api_client.dart';
import 'package:lexilingo_app/core/network/server_clock.dart';
import 'package:lexilingo_app/core/network/session.dart';
import 'package:lexilingo_app/core/network/tokens.dart';

import 'fake_adapter.dart';

const Tokens tokens = Tokens(access: 'access-1', refresh: 'refresh-1', userId: 'user-1');

Session sessionWith({Tokens? signedIn = tokens, Renew? renew}) =>
    Session(store: MemoryTokenStore(signedIn), renew: renew ?? (_) async => throw StateError('nobody should renew'));

BackendApiClient backendOn(HttpClientAdapter adapter, {Session? session, ServerClock? clock, void Function(String)? log}) =>
    BackendApiClient(baseUrl: 'http://backend.test/api/v1', session: session, clock: clock, log: log, dio: dioOn(adapter));

AiApiClient aiOn(HttpClientAdapter adapter, {Session? session}) =>
    AiApiClient(baseUrl: 'http://ai.test/api/v1', session: session, dio: dioOn(adapter));
