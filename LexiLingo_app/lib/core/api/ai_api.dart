// GENERATED from the OpenAPI document of the AI service by tool/generate.py. Do not edit: change the service, and
// run `python3 LexiLingo_app/tool/generate.py BACKEND_URL AI_URL`. tests/clients fails where this is out of date.
// ignore_for_file: type=lint
import '../network/api_client.dart';
import '../network/ai_api_client.dart';
import '../network/json.dart';
import '../network/server_sent_events.dart';
import '../network/upload.dart';
import 'ai_models.dart';

/// Every operation of the AI service, typed.
class AiApi {
  const AiApi(this._client);

  final AiApiClient _client;

  /// POST /ai/analyze/error: The gravest error of a sentence, explained in Vietnamese with examples
  ///
  /// similar has up to three of the learner's own sentences with the same kind of error, from conversations and
  /// analysed texts.
  Future<ErrorAnalysis> postAiAnalyzeError(ErrorBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/analyze/error', ErrorAnalysis.fromJson, data: body.toJson(), options: options);

  /// GET /ai/analyze/suggestions: What to work on next, with the evidence, a drill and the reason
  ///
  /// From the sounds of your stored pronunciation analyses. A mistake loses half its weight in two weeks; what has
  /// been right often lately is no longer named.
  Future<List<SuggestionView>> getAiAnalyzeSuggestions({int? limit, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/ai/analyze/suggestions', listOf(SuggestionView.fromJson), query: {'limit': limit}, options: options);

  /// POST /ai/analyze/text: Errors, level and readability of a text
  ///
  /// Offsets and lengths count UTF-16 units. corrected_text has the first replacement of every error; suggestions
  /// are shown and never applied.
  Future<TextAnalysis> postAiAnalyzeText(TextBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/analyze/text', TextAnalysis.fromJson, data: body.toJson(), options: options);

  /// GET /ai/audio/{id}: Your recording, or speech made for you
  ///
  /// Takes Range and If-None-Match. Gone after its time: 404.
  ///
  /// Answers with one of: audio/flac, audio/mp4, audio/mpeg, audio/ogg, audio/wav, audio/webm (`options.accept`).
  Future<Bytes> getAiAudioId(String id, {CallOptions options = const CallOptions()}) =>
      _client.bytes('GET', '/ai/audio/${Uri.encodeComponent(id)}', options: options);

  /// POST /ai/chat: Say something to the tutor
  ///
  /// With stream: true, or Accept: text/event-stream, the answer comes as events: token {text}, correction, done
  /// (the whole reply) or error (a problem). Closing the connection stops the generation.
  Future<ChatReply> postAiChat(ChatBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/chat', ChatReply.fromJson, data: body.toJson(), options: options.keyed());

  /// As postAiChat, while it is made. Sent when somebody listens.
  Stream<ServerSentEvent> postAiChatEvents(ChatBody body, {CallOptions options = const CallOptions()}) =>
      _client.events('POST', '/ai/chat', data: body.toJson(), options: options.keyed());

  /// DELETE /ai/chat/memory: Make the tutor forget everything
  Future<void> deleteAiChatMemory({CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/ai/chat/memory', options: options);

  /// GET /ai/chat/memory: What the tutor remembers of you
  ///
  /// Interests, goals and facts that you mentioned, newest first. The tutor is given five of them when a
  /// conversation begins.
  Future<List<ChatNote>> getAiChatMemory({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/ai/chat/memory', listOf(ChatNote.fromJson), options: options);

  /// POST /ai/chat/memory: Tell the tutor something to remember
  Future<ChatNote> postAiChatMemory(NewNote body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/chat/memory', ChatNote.fromJson, data: body.toJson(), options: options);

  /// DELETE /ai/chat/memory/{id}: Make the tutor forget one thing
  Future<void> deleteAiChatMemoryId(String id, {CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/ai/chat/memory/${Uri.encodeComponent(id)}', options: options);

  /// PATCH /ai/chat/memory/{id}: Correct what the tutor remembers
  Future<ChatNote> patchAiChatMemoryId(String id, NoteChange body, {CallOptions options = const CallOptions()}) =>
      _client.json('PATCH', '/ai/chat/memory/${Uri.encodeComponent(id)}', ChatNote.fromJson, data: body.toJson(), options: options);

  /// GET /ai/chat/scenarios: Role-plays, with what the learner is to do in each
  ///
  /// Begin one by sending its id as scenario_id with the first message; the partner has said `opening` by then.
  Future<List<ScenarioItem>> getAiChatScenarios({String? level, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/ai/chat/scenarios', listOf(ScenarioItem.fromJson), query: {'level': level}, options: options);

  /// GET /ai/chat/sessions: Your conversations, newest first
  Future<Paged<List<ChatSessionItem>>> getAiChatSessions({int? page, int? pageSize, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/ai/chat/sessions', listOf(ChatSessionItem.fromJson), query: {'page': page, 'page_size': pageSize}, options: options);

  /// DELETE /ai/chat/sessions/{id}: Delete a conversation
  Future<void> deleteAiChatSessionsId(String id, {CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/ai/chat/sessions/${Uri.encodeComponent(id)}', options: options);

  /// GET /ai/chat/sessions/{id}: A conversation with its messages
  Future<Paged<ChatSession>> getAiChatSessionsId(String id, {int? page, int? pageSize, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/ai/chat/sessions/${Uri.encodeComponent(id)}', ChatSession.fromJson, query: {'page': page, 'page_size': pageSize}, options: options);

  /// PATCH /ai/chat/sessions/{id}: Rename a conversation
  Future<ChatSessionItem> patchAiChatSessionsId(String id, SessionChange body, {CallOptions options = const CallOptions()}) =>
      _client.json('PATCH', '/ai/chat/sessions/${Uri.encodeComponent(id)}', ChatSessionItem.fromJson, data: body.toJson(), options: options);

  /// DELETE /ai/data: Erase everything that the AI service keeps of you
  ///
  /// Conversations, the tutor's memory, checked writing, pronunciation analyses, recordings and spoken texts, now
  /// and for good. The account stays: the Backend erases it.
  Future<void> deleteAiData({CallOptions options = const CallOptions()}) =>
      _client.nothing('DELETE', '/ai/data', options: options);

  /// POST /ai/generate/exercise: A set of exercises on a topic
  ///
  /// As questions; without a type, one kind after the other.
  Future<GeneratedView> postAiGenerateExercise(GenerateBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/generate/exercise', GeneratedView.fromJson, data: body.toJson(), options: options);

  /// POST /ai/generate/explanation: An explanation of a word or a point of grammar, in Vietnamese, with examples
  Future<ExplanationView> postAiGenerateExplanation(ExplainBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/generate/explanation', ExplanationView.fromJson, data: body.toJson(), options: options);

  /// POST /ai/generate/question: Questions on a topic
  ///
  /// Each has one right answer, checked by machine. Without a seed a set that was made for this topic, or one of
  /// the same meaning, may come again (cached).
  Future<GeneratedView> postAiGenerateQuestion(GenerateBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/generate/question', GeneratedView.fromJson, data: body.toJson(), options: options);

  /// GET /ai/health: The service's dependencies, by name
  Future<HealthView> getAiHealth({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/ai/health', HealthView.fromJson, isOpen: true, options: options);

  /// GET /ai/models/status: The engines: state, memory, counters
  Future<ModelsView> getAiModelsStatus({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/ai/models/status', ModelsView.fromJson, isOpen: true, options: options);

  /// POST /ai/pronunciation/analyze: How an English text was pronounced
  ///
  /// A recording of the text, at most 120 seconds. One that cannot be judged (too short, silent, distorted) is
  /// refused with what to do about it, and not stored. With mode "unscripted" there is no target_text: what was
  /// heard is judged, and words that the recogniser repaired are not found wrong.
  Future<PronunciationResult> postAiPronunciationAnalyze({required Upload audio, String? language, PronunciationMode? mode, String? targetText, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/pronunciation/analyze', PronunciationResult.fromJson, form: () => formOf(fields: {'language': language, 'mode': mode?.toJson(), 'target_text': targetText}, files: {'audio': audio}), options: options);

  /// POST /ai/pronunciation/analyze/azure: The same in the JSON of Azure's pronunciation assessment
  ///
  /// Stored like the other. Offsets and durations are ticks of 100 ns.
  Future<AzureAssessment> postAiPronunciationAnalyzeAzure({required Upload audio, String? language, PronunciationMode? mode, String? targetText, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/pronunciation/analyze/azure', AzureAssessment.fromJson, form: () => formOf(fields: {'language': language, 'mode': mode?.toJson(), 'target_text': targetText}, files: {'audio': audio}), bare: true, options: options);

  /// GET /ai/pronunciation/history: Your analyses, newest first
  Future<Paged<List<PronunciationResult>>> getAiPronunciationHistory({int? page, int? pageSize, CallOptions options = const CallOptions()}) =>
      _client.paged('GET', '/ai/pronunciation/history', listOf(PronunciationResult.fromJson), query: {'page': page, 'page_size': pageSize}, options: options);

  /// GET /ai/pronunciation/stats: How you say each sound
  Future<PronunciationStats> getAiPronunciationStats({int? days, CallOptions options = const CallOptions()}) =>
      _client.json('GET', '/ai/pronunciation/stats', PronunciationStats.fromJson, query: {'days': days}, options: options);

  /// POST /ai/stt: What a recording says
  ///
  /// WAV, MP3, OGG/Opus, WebM, M4A or FLAC of at most 120 seconds. Silence gives an empty text. Accept: text/vtt or
  /// application/x-subrip answers with subtitles.
  Future<TranscriptView> postAiStt({required Upload audio, String? language, TimestampUnit? timestamps, bool? verbatim, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/stt', TranscriptView.fromJson, form: () => formOf(fields: {'language': language, 'timestamps': timestamps?.toJson(), 'verbatim': verbatim?.toString()}, files: {'audio': audio}), options: options);

  /// As postAiStt, as one of: application/x-subrip, text/vtt (`options.accept`).
  Future<Bytes> postAiSttBytes({required Upload audio, String? language, TimestampUnit? timestamps, bool? verbatim, CallOptions options = const CallOptions()}) =>
      _client.bytes('POST', '/ai/stt', form: () => formOf(fields: {'language': language, 'timestamps': timestamps?.toJson(), 'verbatim': verbatim?.toString()}, files: {'audio': audio}), options: options);

  /// POST /ai/tts: A text, spoken
  ///
  /// Accept: audio/wav or audio/ogg answers with the bytes; with stream they come while they are made. \[\[θɪŋk]]
  /// in the text is said as these phonemes.
  Future<SpeechView> postAiTts(SpeakBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '/ai/tts', SpeechView.fromJson, data: body.toJson(), options: options);

  /// As postAiTts, as one of: audio/ogg, audio/wav (`options.accept`).
  Future<Bytes> postAiTtsBytes(SpeakBody body, {CallOptions options = const CallOptions()}) =>
      _client.bytes('POST', '/ai/tts', data: body.toJson(), options: options);

  /// POST /v1/audio/speech: A text, spoken, as OpenAI's API has it
  ///
  /// Sent while it is made. The language is that of the text; OpenAI's voices are all ours.
  ///
  /// Answers with one of: audio/flac, audio/mpeg, audio/ogg, audio/wav (`options.accept`).
  Future<Bytes> postAudioSpeech(OpenAiSpeechBody body, {CallOptions options = const CallOptions()}) =>
      _client.bytes('POST', '!/v1/audio/speech', data: body.toJson(), options: options);

  /// POST /v1/audio/transcriptions: What a recording says, as OpenAI's API has it
  ///
  /// `whisper-1` or our model's own name. A prompt and a stream are not taken.
  Future<OpenAiTranscription> postAudioTranscriptions({required Upload file, String? language, String? model, String? prompt, TranscriptionFormat? responseFormat, bool? stream, double? temperature, TimestampUnit? timestampGranularities, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '!/v1/audio/transcriptions', OpenAiTranscription.fromJson, form: () => formOf(fields: {'language': language, 'model': model, 'prompt': prompt, 'response_format': responseFormat?.toJson(), 'stream': stream?.toString(), 'temperature': temperature?.toString(), 'timestamp_granularities[]': timestampGranularities?.toJson()}, files: {'file': file}), bare: true, options: options);

  /// As postAudioTranscriptions, as one of: application/x-subrip, text/plain, text/vtt (`options.accept`).
  Future<Bytes> postAudioTranscriptionsBytes({required Upload file, String? language, String? model, String? prompt, TranscriptionFormat? responseFormat, bool? stream, double? temperature, TimestampUnit? timestampGranularities, CallOptions options = const CallOptions()}) =>
      _client.bytes('POST', '!/v1/audio/transcriptions', form: () => formOf(fields: {'language': language, 'model': model, 'prompt': prompt, 'response_format': responseFormat?.toJson(), 'stream': stream?.toString(), 'temperature': temperature?.toString(), 'timestamp_granularities[]': timestampGranularities?.toJson()}, files: {'file': file}), options: options);

  /// POST /v1/chat/completions: A chat completion, as OpenAI's API has it
  ///
  /// For clients that speak OpenAI's API: the key is an access token, or a personal one with the scope `ai`. With
  /// response_format the answer is JSON of the schema, also where max_tokens ends it.
  Future<OpenAiChatReply> postChatCompletions(OpenAiChatBody body, {CallOptions options = const CallOptions()}) =>
      _client.json('POST', '!/v1/chat/completions', OpenAiChatReply.fromJson, data: body.toJson(), bare: true, options: options);

  /// As postChatCompletions, while it is made. Sent when somebody listens.
  Stream<ServerSentEvent> postChatCompletionsEvents(OpenAiChatBody body, {CallOptions options = const CallOptions()}) =>
      _client.events('POST', '!/v1/chat/completions', data: body.toJson(), options: options);

  /// GET /v1/models: The language models that are ready
  Future<OpenAiModels> getModels({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '!/v1/models', OpenAiModels.fromJson, bare: true, options: options);

  /// POST /v2/check: Check a text as LanguageTool does
  ///
  /// For editors' plug-ins. The token is the bearer, or a personal access token with the scope ai in the field
  /// apiKey.
  Future<LanguageToolCheck> postV2Check({String? apiKey, String? data, String? disabledCategories, String? disabledRules, bool? enabledOnly, String? enabledRules, required String language, String? motherTongue, String? text, CallOptions options = const CallOptions()}) =>
      _client.json('POST', '!/v2/check', LanguageToolCheck.fromJson, data: withoutNulls({'apiKey': apiKey, 'data': data, 'disabledCategories': disabledCategories, 'disabledRules': disabledRules, 'enabledOnly': enabledOnly?.toString(), 'enabledRules': enabledRules, 'language': language, 'motherTongue': motherTongue, 'text': text}), contentType: 'application/x-www-form-urlencoded', bare: true, options: options);

  /// GET /v2/languages: The languages that /v2/check knows
  Future<List<LanguageItem>> getV2Languages({CallOptions options = const CallOptions()}) =>
      _client.json('GET', '!/v2/languages', listOf(LanguageItem.fromJson), isOpen: true, bare: true, options: options);
}
