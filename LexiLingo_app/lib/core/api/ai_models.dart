// GENERATED from the OpenAPI document of the AI service by tool/generate.py. Do not edit: change the service, and
// run `python3 LexiLingo_app/tool/generate.py BACKEND_URL AI_URL`. tests/clients fails where this is out of date.
// ignore_for_file: type=lint
import '../network/json.dart';

final class AudioQuality {
  const AudioQuality({required this.clipping, required this.ok, this.reason, required this.snrDb, required this.speechSeconds});

  factory AudioQuality.fromJson(Object? json) {
    final map = asObject(json);
    return AudioQuality(
      clipping: map.read('clipping', asDouble),
      ok: map.read('ok', asBool),
      reason: map.readOrNull('reason', asString),
      snrDb: map.read('snr_db', asDouble),
      speechSeconds: map.read('speech_seconds', asDouble),
    );
  }

  final double clipping;
  final bool ok;
  final String? reason;
  final double snrDb;
  final double speechSeconds;
}

final class AzureAssessment {
  const AzureAssessment({required this.channel, required this.displayText, required this.duration, required this.id, required this.nBest, required this.offset, required this.recognitionStatus, required this.snr});

  factory AzureAssessment.fromJson(Object? json) {
    final map = asObject(json);
    return AzureAssessment(
      channel: map.read('Channel', asInt),
      displayText: map.read('DisplayText', asString),
      duration: map.read('Duration', asInt),
      id: map.read('Id', asString),
      nBest: map.read('NBest', listOf(AzureBest.fromJson)),
      offset: map.read('Offset', asInt),
      recognitionStatus: map.read('RecognitionStatus', asString),
      snr: map.read('SNR', asDouble),
    );
  }

  final int channel;
  final String displayText;
  final int duration;
  final String id;
  final List<AzureBest> nBest;
  final int offset;
  final String recognitionStatus;
  final double snr;
}

final class AzureBest {
  const AzureBest({required this.confidence, required this.display, required this.itn, required this.lexical, required this.maskedITN, required this.pronunciationAssessment, required this.words});

  factory AzureBest.fromJson(Object? json) {
    final map = asObject(json);
    return AzureBest(
      confidence: map.read('Confidence', asDouble),
      display: map.read('Display', asString),
      itn: map.read('ITN', asString),
      lexical: map.read('Lexical', asString),
      maskedITN: map.read('MaskedITN', asString),
      pronunciationAssessment: map.read('PronunciationAssessment', AzureBestPronunciationAssessment.fromJson),
      words: map.read('Words', listOf(AzureWord.fromJson)),
    );
  }

  final double confidence;
  final String display;
  final String itn;
  final String lexical;
  final String maskedITN;
  final AzureBestPronunciationAssessment pronunciationAssessment;
  final List<AzureWord> words;
}

final class AzureBestPronunciationAssessment {
  const AzureBestPronunciationAssessment({required this.accuracyScore, required this.completenessScore, required this.fluencyScore, required this.pronScore, this.prosodyScore});

  factory AzureBestPronunciationAssessment.fromJson(Object? json) {
    final map = asObject(json);
    return AzureBestPronunciationAssessment(
      accuracyScore: map.read('AccuracyScore', asDouble),
      completenessScore: map.read('CompletenessScore', asDouble),
      fluencyScore: map.read('FluencyScore', asDouble),
      pronScore: map.read('PronScore', asDouble),
      prosodyScore: map.readOrNull('ProsodyScore', asDouble),
    );
  }

  final double accuracyScore;
  final double completenessScore;
  final double fluencyScore;
  final double pronScore;
  final double? prosodyScore;
}

final class AzureWord {
  const AzureWord({required this.duration, required this.offset, required this.phonemes, required this.pronunciationAssessment, required this.syllables, required this.word});

  factory AzureWord.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWord(
      duration: map.read('Duration', asInt),
      offset: map.read('Offset', asInt),
      phonemes: map.read('Phonemes', listOf(AzureWordPhoneme.fromJson)),
      pronunciationAssessment: map.read('PronunciationAssessment', AzureWordPronunciationAssessment.fromJson),
      syllables: map.read('Syllables', listOf(AzureWordSyllable.fromJson)),
      word: map.read('Word', asString),
    );
  }

  final int duration;
  final int offset;
  final List<AzureWordPhoneme> phonemes;
  final AzureWordPronunciationAssessment pronunciationAssessment;
  final List<AzureWordSyllable> syllables;
  final String word;
}

final class AzureWordPhoneme {
  const AzureWordPhoneme({required this.duration, required this.offset, required this.phoneme, required this.pronunciationAssessment});

  factory AzureWordPhoneme.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWordPhoneme(
      duration: map.read('Duration', asInt),
      offset: map.read('Offset', asInt),
      phoneme: map.read('Phoneme', asString),
      pronunciationAssessment: map.read('PronunciationAssessment', AzureWordPhonemePronunciationAssessment.fromJson),
    );
  }

  final int duration;
  final int offset;
  final String phoneme;
  final AzureWordPhonemePronunciationAssessment pronunciationAssessment;
}

final class AzureWordPhonemePronunciationAssessment {
  const AzureWordPhonemePronunciationAssessment({required this.accuracyScore, required this.nBestPhonemes});

  factory AzureWordPhonemePronunciationAssessment.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWordPhonemePronunciationAssessment(
      accuracyScore: map.read('AccuracyScore', asDouble),
      nBestPhonemes: map.read('NBestPhonemes', listOf(AzureWordPhonemePronunciationAssessmentNBestPhoneme.fromJson)),
    );
  }

  final double accuracyScore;
  final List<AzureWordPhonemePronunciationAssessmentNBestPhoneme> nBestPhonemes;
}

final class AzureWordPhonemePronunciationAssessmentNBestPhoneme {
  const AzureWordPhonemePronunciationAssessmentNBestPhoneme({required this.phoneme, required this.score});

  factory AzureWordPhonemePronunciationAssessmentNBestPhoneme.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWordPhonemePronunciationAssessmentNBestPhoneme(
      phoneme: map.read('Phoneme', asString),
      score: map.read('Score', asDouble),
    );
  }

  final String phoneme;
  final double score;
}

final class AzureWordPronunciationAssessment {
  const AzureWordPronunciationAssessment({required this.accuracyScore, required this.errorType});

  factory AzureWordPronunciationAssessment.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWordPronunciationAssessment(
      accuracyScore: map.read('AccuracyScore', asDouble),
      errorType: map.read('ErrorType', asString),
    );
  }

  final double accuracyScore;
  final String errorType;
}

final class AzureWordSyllable {
  const AzureWordSyllable({required this.duration, required this.grapheme, required this.offset, required this.pronunciationAssessment, required this.syllable});

  factory AzureWordSyllable.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWordSyllable(
      duration: map.read('Duration', asInt),
      grapheme: map.read('Grapheme', asString),
      offset: map.read('Offset', asInt),
      pronunciationAssessment: map.read('PronunciationAssessment', AzureWordSyllablePronunciationAssessment.fromJson),
      syllable: map.read('Syllable', asString),
    );
  }

  final int duration;
  final String grapheme;
  final int offset;
  final AzureWordSyllablePronunciationAssessment pronunciationAssessment;
  final String syllable;
}

final class AzureWordSyllablePronunciationAssessment {
  const AzureWordSyllablePronunciationAssessment({required this.accuracyScore});

  factory AzureWordSyllablePronunciationAssessment.fromJson(Object? json) {
    final map = asObject(json);
    return AzureWordSyllablePronunciationAssessment(
      accuracyScore: map.read('AccuracyScore', asDouble),
    );
  }

  final double accuracyScore;
}

final class CardSuggestion {
  const CardSuggestion({required this.example, required this.translation, required this.word});

  factory CardSuggestion.fromJson(Object? json) {
    final map = asObject(json);
    return CardSuggestion(
      example: map.read('example', asString),
      translation: map.read('translation', asString),
      word: map.read('word', asString),
    );
  }

  final String example;
  final String translation;
  final String word;
}

final class CefrEstimate {
  const CefrEstimate({required this.coverage, required this.level});

  factory CefrEstimate.fromJson(Object? json) {
    final map = asObject(json);
    return CefrEstimate(
      coverage: map.read('coverage', mapOf(asDouble)),
      level: map.read('level', asString),
    );
  }

  final Map<String, double> coverage;
  final String level;
}

final class ChatBody {
  const ChatBody({this.learningGoals, this.maxTokens, required this.message, this.nativeLanguage, this.scenarioId, this.scripted, this.seed, this.sessionId, this.stream, this.targetLanguage, this.temperature, this.topic, this.userId, this.userLevel});

  final List<String>? learningGoals;
  final int? maxTokens;
  final String message;
  final String? nativeLanguage;
  /// begins a role-play of GET /ai/chat/scenarios; later turns of its session need not name it
  final String? scenarioId;
  /// with scenario_id: the authored partner answers, no model
  final bool? scripted;
  /// the same seed and session give the same text
  final int? seed;
  /// absent: a new session
  final String? sessionId;
  /// true: server-sent events token, correction, done, error
  final bool? stream;
  final String? targetLanguage;
  final double? temperature;
  final String? topic;
  final String? userId;
  final String? userLevel;

  Json toJson() => {
        if (learningGoals case final it?) 'learning_goals': it,
        if (maxTokens case final it?) 'max_tokens': it,
        'message': message,
        if (nativeLanguage case final it?) 'native_language': it,
        if (scenarioId case final it?) 'scenario_id': it,
        if (scripted case final it?) 'scripted': it,
        if (seed case final it?) 'seed': it,
        if (sessionId case final it?) 'session_id': it,
        if (stream case final it?) 'stream': it,
        if (targetLanguage case final it?) 'target_language': it,
        if (temperature case final it?) 'temperature': it,
        if (topic case final it?) 'topic': it,
        if (userId case final it?) 'user_id': it,
        if (userLevel case final it?) 'user_level': it,
      };
}

final class ChatContext {
  const ChatContext({this.currentTopic, required this.learningGoals, this.scenarioId, required this.userLevel});

  factory ChatContext.fromJson(Object? json) {
    final map = asObject(json);
    return ChatContext(
      currentTopic: map.readOrNull('current_topic', asString),
      learningGoals: map.read('learning_goals', listOf(asString)),
      scenarioId: map.readOrNull('scenario_id', asString),
      userLevel: map.read('user_level', asString),
    );
  }

  final String? currentTopic;
  final List<String> learningGoals;
  final String? scenarioId;
  final String userLevel;
}

final class ChatCorrection {
  const ChatCorrection({required this.corrected, required this.errorType, required this.explanation, required this.explanationVi, required this.hint, required this.hintVi, required this.original, required this.span});

  factory ChatCorrection.fromJson(Object? json) {
    final map = asObject(json);
    return ChatCorrection(
      corrected: map.read('corrected', asString),
      errorType: map.read('error_type', asString),
      explanation: map.read('explanation', asString),
      explanationVi: map.read('explanation_vi', asString),
      hint: map.read('hint', asString),
      hintVi: map.read('hint_vi', asString),
      original: map.read('original', asString),
      span: map.read('span', TextSpan.fromJson),
    );
  }

  final String corrected;
  final String errorType;
  final String explanation;
  final String explanationVi;
  final String hint;
  final String hintVi;
  final String original;
  final TextSpan span;
}

final class ChatLevelCheck {
  const ChatLevelCheck({required this.beyond, required this.share, required this.shareBefore, required this.simplified, required this.words});

  factory ChatLevelCheck.fromJson(Object? json) {
    final map = asObject(json);
    return ChatLevelCheck(
      beyond: map.read('beyond', listOf(asString)),
      share: map.read('share', asDouble),
      shareBefore: map.read('share_before', asDouble),
      simplified: map.read('simplified', asBool),
      words: map.read('words', asInt),
    );
  }

  final List<String> beyond;
  final double share;
  final double shareBefore;
  final bool simplified;
  final int words;
}

final class ChatMessage {
  const ChatMessage({required this.content, required this.messageId, required this.metadata, required this.role, required this.timestamp});

  factory ChatMessage.fromJson(Object? json) {
    final map = asObject(json);
    return ChatMessage(
      content: map.read('content', asString),
      messageId: map.read('message_id', asString),
      metadata: map.read('metadata', ChatMessageMetadata.fromJson),
      role: map.read('role', asString),
      timestamp: map.read('timestamp', asDateTime),
    );
  }

  final String content;
  final String messageId;
  final ChatMessageMetadata metadata;
  final String role;
  final DateTime timestamp;
}

final class ChatMessageMetadata {
  const ChatMessageMetadata({this.model, this.tokens});

  factory ChatMessageMetadata.fromJson(Object? json) {
    final map = asObject(json);
    return ChatMessageMetadata(
      model: map.readOrNull('model', asString),
      tokens: map.readOrNull('tokens', asInt),
    );
  }

  final String? model;
  final int? tokens;
}

final class ChatNote {
  const ChatNote({required this.count, required this.createdAt, required this.id, required this.kind, required this.text, required this.updatedAt});

  factory ChatNote.fromJson(Object? json) {
    final map = asObject(json);
    return ChatNote(
      count: map.read('count', asInt),
      createdAt: map.read('created_at', asDateTime),
      id: map.read('id', asString),
      kind: map.read('kind', asString),
      text: map.read('text', asString),
      updatedAt: map.read('updated_at', asDateTime),
    );
  }

  final int count;
  final DateTime createdAt;
  final String id;
  final String kind;
  final String text;
  final DateTime updatedAt;
}

final class ChatReply {
  const ChatReply({required this.cardSuggestions, required this.corrections, required this.duration, this.levelCheck, required this.messageId, required this.model, required this.reply, this.rolePlay, required this.sessionId, required this.suggestions, required this.usage});

  factory ChatReply.fromJson(Object? json) {
    final map = asObject(json);
    return ChatReply(
      cardSuggestions: map.read('card_suggestions', listOf(CardSuggestion.fromJson)),
      corrections: map.read('corrections', listOf(ChatCorrection.fromJson)),
      duration: map.read('duration', asDouble),
      levelCheck: map.readOrNull('level_check', ChatLevelCheck.fromJson),
      messageId: map.read('message_id', asString),
      model: map.read('model', asString),
      reply: map.read('reply', asString),
      rolePlay: map.readOrNull('role_play', ChatRolePlay.fromJson),
      sessionId: map.read('session_id', asString),
      suggestions: map.read('suggestions', listOf(asString)),
      usage: map.read('usage', ChatUsage.fromJson),
    );
  }

  final List<CardSuggestion> cardSuggestions;
  final List<ChatCorrection> corrections;
  final double duration;
  final ChatLevelCheck? levelCheck;
  final String messageId;
  final String model;
  final String reply;
  final ChatRolePlay? rolePlay;
  final String sessionId;
  final List<String> suggestions;
  final ChatUsage usage;
}

final class ChatRolePlay {
  const ChatRolePlay({required this.ended, this.example, this.hintVi, required this.misses, required this.node, required this.reached, this.replyVi, required this.scenarioId, required this.scripted, required this.turns});

  factory ChatRolePlay.fromJson(Object? json) {
    final map = asObject(json);
    return ChatRolePlay(
      ended: map.read('ended', asBool),
      example: map.readOrNull('example', asString),
      hintVi: map.readOrNull('hint_vi', asString),
      misses: map.read('misses', asInt),
      node: map.read('node', asString),
      reached: map.read('reached', listOf(asString)),
      replyVi: map.readOrNull('reply_vi', asString),
      scenarioId: map.read('scenario_id', asString),
      scripted: map.read('scripted', asBool),
      turns: map.read('turns', asInt),
    );
  }

  final bool ended;
  final String? example;
  final String? hintVi;
  final int misses;
  final String node;
  final List<String> reached;
  final String? replyVi;
  final String scenarioId;
  final bool scripted;
  final int turns;
}

final class ChatSession {
  const ChatSession({required this.context, required this.createdAt, required this.id, required this.language, required this.messages, required this.sessionTitle, required this.updatedAt});

  factory ChatSession.fromJson(Object? json) {
    final map = asObject(json);
    return ChatSession(
      context: map.read('context', ChatContext.fromJson),
      createdAt: map.read('created_at', asDateTime),
      id: map.read('id', asString),
      language: map.read('language', asString),
      messages: map.read('messages', listOf(ChatMessage.fromJson)),
      sessionTitle: map.read('session_title', asString),
      updatedAt: map.read('updated_at', asDateTime),
    );
  }

  final ChatContext context;
  final DateTime createdAt;
  final String id;
  final String language;
  final List<ChatMessage> messages;
  final String sessionTitle;
  final DateTime updatedAt;
}

final class ChatSessionItem {
  const ChatSessionItem({required this.context, required this.createdAt, required this.id, required this.language, required this.sessionTitle, required this.updatedAt});

  factory ChatSessionItem.fromJson(Object? json) {
    final map = asObject(json);
    return ChatSessionItem(
      context: map.read('context', ChatContext.fromJson),
      createdAt: map.read('created_at', asDateTime),
      id: map.read('id', asString),
      language: map.read('language', asString),
      sessionTitle: map.read('session_title', asString),
      updatedAt: map.read('updated_at', asDateTime),
    );
  }

  final ChatContext context;
  final DateTime createdAt;
  final String id;
  final String language;
  final String sessionTitle;
  final DateTime updatedAt;
}

final class ChatUsage {
  const ChatUsage({required this.cachedTokens, required this.completionTokens, required this.promptTokens});

  factory ChatUsage.fromJson(Object? json) {
    final map = asObject(json);
    return ChatUsage(
      cachedTokens: map.read('cached_tokens', asInt),
      completionTokens: map.read('completion_tokens', asInt),
      promptTokens: map.read('prompt_tokens', asInt),
    );
  }

  final int cachedTokens;
  final int completionTokens;
  final int promptTokens;
}

final class EngineStatus {
  const EngineStatus({required this.counters, required this.kind, required this.memoryBytes, required this.name, this.reason, required this.state});

  factory EngineStatus.fromJson(Object? json) {
    final map = asObject(json);
    return EngineStatus(
      counters: map.read('counters', mapOf(asInt)),
      kind: map.read('kind', asString),
      memoryBytes: map.read('memory_bytes', asInt),
      name: map.read('name', asString),
      reason: map.readOrNull('reason', asString),
      state: map.read('state', asString),
    );
  }

  final Map<String, int> counters;
  final String kind;
  final int memoryBytes;
  final String name;
  final String? reason;
  final String state;
}

final class ErrorAnalysis {
  const ErrorAnalysis({required this.correctedText, required this.description, this.errorType, required this.examples, required this.explanationVi, this.length, this.offset, required this.severity, required this.similar, required this.suggestions});

  factory ErrorAnalysis.fromJson(Object? json) {
    final map = asObject(json);
    return ErrorAnalysis(
      correctedText: map.read('corrected_text', asString),
      description: map.read('description', asString),
      errorType: map.readOrNull('error_type', ErrorAnalysisErrorType.fromJson),
      examples: map.read('examples', listOf(ErrorAnalysisExample.fromJson)),
      explanationVi: map.read('explanation_vi', asString),
      length: map.readOrNull('length', asInt),
      offset: map.readOrNull('offset', asInt),
      severity: map.read('severity', asString),
      similar: map.read('similar', listOf(ErrorAnalysisSimilar.fromJson)),
      suggestions: map.read('suggestions', listOf(asString)),
    );
  }

  final String correctedText;
  final String description;
  final ErrorAnalysisErrorType? errorType;
  final List<ErrorAnalysisExample> examples;
  final String explanationVi;
  final int? length;
  final int? offset;
  final String severity;
  final List<ErrorAnalysisSimilar> similar;
  final List<String> suggestions;
}

final class ErrorAnalysisErrorType {
  const ErrorAnalysisErrorType({required this.name, required this.nameVi, required this.type});

  factory ErrorAnalysisErrorType.fromJson(Object? json) {
    final map = asObject(json);
    return ErrorAnalysisErrorType(
      name: map.read('name', asString),
      nameVi: map.read('name_vi', asString),
      type: map.read('type', asString),
    );
  }

  final String name;
  final String nameVi;
  final String type;
}

final class ErrorAnalysisExample {
  const ErrorAnalysisExample({required this.right, required this.wrong});

  factory ErrorAnalysisExample.fromJson(Object? json) {
    final map = asObject(json);
    return ErrorAnalysisExample(
      right: map.read('right', asString),
      wrong: map.read('wrong', asString),
    );
  }

  final String right;
  final String wrong;
}

final class ErrorAnalysisSimilar {
  const ErrorAnalysisSimilar({required this.corrected, required this.createdAt, required this.original, required this.sentence});

  factory ErrorAnalysisSimilar.fromJson(Object? json) {
    final map = asObject(json);
    return ErrorAnalysisSimilar(
      corrected: map.read('corrected', asString),
      createdAt: map.read('created_at', asDateTime),
      original: map.read('original', asString),
      sentence: map.read('sentence', asString),
    );
  }

  final String corrected;
  final DateTime createdAt;
  final String original;
  final String sentence;
}

final class ErrorBody {
  const ErrorBody({this.context, this.errorType, required this.text});

  /// what stands before the text
  final String? context;
  /// a category, or an ERRANT type: only such errors count
  final String? errorType;
  final String text;

  Json toJson() => {
        if (context case final it?) 'context': it,
        if (errorType case final it?) 'error_type': it,
        'text': text,
      };
}

final class ExplainBody {
  const ExplainBody({this.count, this.language, required this.level, this.seed, required this.topic});

  /// examples
  final int? count;
  final String? language;
  final String level;
  /// which examples are taken
  final int? seed;
  final String topic;

  Json toJson() => {
        if (count case final it?) 'count': it,
        if (language case final it?) 'language': it,
        'level': level,
        if (seed case final it?) 'seed': it,
        'topic': topic,
      };
}

final class ExplanationExample {
  const ExplanationExample({required this.text, required this.translation});

  factory ExplanationExample.fromJson(Object? json) {
    final map = asObject(json);
    return ExplanationExample(
      text: map.read('text', asString),
      translation: map.read('translation', asString),
    );
  }

  final String text;
  final String translation;
}

final class ExplanationView {
  const ExplanationView({required this.examples, required this.explanation, required this.explanationVi, required this.language, required this.level, required this.seed, required this.source, required this.title, required this.titleVi, required this.topic, required this.words});

  factory ExplanationView.fromJson(Object? json) {
    final map = asObject(json);
    return ExplanationView(
      examples: map.read('examples', listOf(ExplanationExample.fromJson)),
      explanation: map.read('explanation', asString),
      explanationVi: map.read('explanation_vi', asString),
      language: map.read('language', asString),
      level: map.read('level', asString),
      seed: map.read('seed', asInt),
      source: map.read('source', asString),
      title: map.read('title', asString),
      titleVi: map.read('title_vi', asString),
      topic: map.read('topic', asString),
      words: map.read('words', listOf(ExplanationWord.fromJson)),
    );
  }

  final List<ExplanationExample> examples;
  final String explanation;
  final String explanationVi;
  final String language;
  final String level;
  final int seed;
  final String source;
  final String title;
  final String titleVi;
  final String topic;
  final List<ExplanationWord> words;
}

final class ExplanationWord {
  const ExplanationWord({required this.ipa, required this.level, required this.partOfSpeech, required this.translation, required this.word});

  factory ExplanationWord.fromJson(Object? json) {
    final map = asObject(json);
    return ExplanationWord(
      ipa: map.read('ipa', asString),
      level: map.read('level', asString),
      partOfSpeech: map.read('part_of_speech', asString),
      translation: map.read('translation', asString),
      word: map.read('word', asString),
    );
  }

  final String ipa;
  final String level;
  final String partOfSpeech;
  final String translation;
  final String word;
}

final class GenerateBody {
  const GenerateBody({this.count, this.language, required this.level, this.seed, this.sentences, required this.topic, this.type});

  final int? count;
  /// what is practised; English (en) alone is served
  final String? language;
  final String level;
  /// the same request with the same seed gives the same items
  final int? seed;
  /// new: the language model writes sentences for the topic's words, and those that pass the grammar engine and the
  /// level check are used in multiple_choice, cloze and dictation (seconds on a CPU); vocabulary or absent: those
  /// of the vocabulary
  final String? sentences;
  final String topic;
  /// absent: one kind after the other for exercises, multiple_choice for questions
  final String? type;

  Json toJson() => {
        if (count case final it?) 'count': it,
        if (language case final it?) 'language': it,
        'level': level,
        if (seed case final it?) 'seed': it,
        if (sentences case final it?) 'sentences': it,
        'topic': topic,
        if (type case final it?) 'type': it,
      };
}

final class GeneratedItem {
  const GeneratedItem({required this.alternatives, required this.answer, required this.audioText, required this.explanation, required this.explanationVi, required this.hintVi, required this.id, required this.instruction, required this.instructionVi, required this.language, required this.level, required this.options, required this.pairs, required this.prompt, required this.tokens, required this.type, required this.words});

  factory GeneratedItem.fromJson(Object? json) {
    final map = asObject(json);
    return GeneratedItem(
      alternatives: map.read('alternatives', listOf(asString)),
      answer: map.read('answer', asString),
      audioText: map.read('audio_text', asString),
      explanation: map.read('explanation', asString),
      explanationVi: map.read('explanation_vi', asString),
      hintVi: map.read('hint_vi', asString),
      id: map.read('id', asString),
      instruction: map.read('instruction', asString),
      instructionVi: map.read('instruction_vi', asString),
      language: map.read('language', asString),
      level: map.read('level', asString),
      options: map.read('options', listOf(asString)),
      pairs: map.read('pairs', listOf(GeneratedPair.fromJson)),
      prompt: map.read('prompt', asString),
      tokens: map.read('tokens', listOf(asString)),
      type: map.read('type', asString),
      words: map.read('words', listOf(asString)),
    );
  }

  final List<String> alternatives;
  final String answer;
  final String audioText;
  final String explanation;
  final String explanationVi;
  final String hintVi;
  final String id;
  final String instruction;
  final String instructionVi;
  final String language;
  final String level;
  final List<String> options;
  final List<GeneratedPair> pairs;
  final String prompt;
  final List<String> tokens;
  final String type;
  final List<String> words;
}

final class GeneratedPair {
  const GeneratedPair({required this.left, required this.right});

  factory GeneratedPair.fromJson(Object? json) {
    final map = asObject(json);
    return GeneratedPair(
      left: map.read('left', asString),
      right: map.read('right', asString),
    );
  }

  final String left;
  final String right;
}

final class GeneratedView {
  const GeneratedView({required this.cached, this.expiresAt, required this.items, required this.language, required this.level, required this.matched, required this.model, required this.newSentences, required this.seed, required this.topic, required this.usageCount});

  factory GeneratedView.fromJson(Object? json) {
    final map = asObject(json);
    return GeneratedView(
      cached: map.read('cached', asBool),
      expiresAt: map.readOrNull('expires_at', asDateTime),
      items: map.read('items', listOf(GeneratedItem.fromJson)),
      language: map.read('language', asString),
      level: map.read('level', asString),
      matched: map.read('matched', asString),
      model: map.read('model', asString),
      newSentences: map.read('new_sentences', asInt),
      seed: map.read('seed', asInt),
      topic: map.read('topic', asString),
      usageCount: map.read('usage_count', asInt),
    );
  }

  final bool cached;
  final DateTime? expiresAt;
  final List<GeneratedItem> items;
  final String language;
  final String level;
  final String matched;
  final String model;
  final int newSentences;
  final int seed;
  final String topic;
  final int usageCount;
}

final class HealthDependency {
  const HealthDependency({required this.name, required this.ready, this.reason});

  factory HealthDependency.fromJson(Object? json) {
    final map = asObject(json);
    return HealthDependency(
      name: map.read('name', asString),
      ready: map.read('ready', asBool),
      reason: map.readOrNull('reason', asString),
    );
  }

  final String name;
  final bool ready;
  final String? reason;
}

final class HealthView {
  const HealthView({required this.dependencies, required this.status});

  factory HealthView.fromJson(Object? json) {
    final map = asObject(json);
    return HealthView(
      dependencies: map.read('dependencies', listOf(HealthDependency.fromJson)),
      status: map.read('status', asString),
    );
  }

  final List<HealthDependency> dependencies;
  final String status;
}

final class HeardPhoneme {
  const HeardPhoneme({required this.ipa, required this.phoneme, required this.probability});

  factory HeardPhoneme.fromJson(Object? json) {
    final map = asObject(json);
    return HeardPhoneme(
      ipa: map.read('ipa', asString),
      phoneme: map.read('phoneme', asString),
      probability: map.read('probability', asDouble),
    );
  }

  final String ipa;
  final String phoneme;
  final double probability;
}

final class LanguageItem {
  const LanguageItem({required this.code, required this.longCode, required this.name});

  factory LanguageItem.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageItem(
      code: map.read('code', asString),
      longCode: map.read('longCode', asString),
      name: map.read('name', asString),
    );
  }

  final String code;
  final String longCode;
  final String name;
}

final class LanguageToolCheck {
  const LanguageToolCheck({required this.language, required this.matches, required this.software, required this.warnings});

  factory LanguageToolCheck.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheck(
      language: map.read('language', LanguageToolCheckLanguage.fromJson),
      matches: map.read('matches', listOf(LanguageToolCheckMatch.fromJson)),
      software: map.read('software', LanguageToolCheckSoftware.fromJson),
      warnings: map.read('warnings', LanguageToolCheckWarnings.fromJson),
    );
  }

  final LanguageToolCheckLanguage language;
  final List<LanguageToolCheckMatch> matches;
  final LanguageToolCheckSoftware software;
  final LanguageToolCheckWarnings warnings;
}

final class LanguageToolCheckLanguage {
  const LanguageToolCheckLanguage({required this.code, required this.detectedLanguage, required this.name});

  factory LanguageToolCheckLanguage.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckLanguage(
      code: map.read('code', asString),
      detectedLanguage: map.read('detectedLanguage', LanguageToolCheckLanguageDetectedLanguage.fromJson),
      name: map.read('name', asString),
    );
  }

  final String code;
  final LanguageToolCheckLanguageDetectedLanguage detectedLanguage;
  final String name;
}

final class LanguageToolCheckLanguageDetectedLanguage {
  const LanguageToolCheckLanguageDetectedLanguage({required this.code, required this.confidence, required this.name});

  factory LanguageToolCheckLanguageDetectedLanguage.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckLanguageDetectedLanguage(
      code: map.read('code', asString),
      confidence: map.read('confidence', asDouble),
      name: map.read('name', asString),
    );
  }

  final String code;
  final double confidence;
  final String name;
}

final class LanguageToolCheckMatch {
  const LanguageToolCheckMatch({required this.context, required this.contextForSureMatch, required this.ignoreForIncompleteSentence, required this.length, required this.message, required this.offset, required this.replacements, required this.rule, required this.sentence, required this.shortMessage, required this.type});

  factory LanguageToolCheckMatch.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckMatch(
      context: map.read('context', LanguageToolCheckMatchContext.fromJson),
      contextForSureMatch: map.read('contextForSureMatch', asInt),
      ignoreForIncompleteSentence: map.read('ignoreForIncompleteSentence', asBool),
      length: map.read('length', asInt),
      message: map.read('message', asString),
      offset: map.read('offset', asInt),
      replacements: map.read('replacements', listOf(LanguageToolCheckMatchReplacement.fromJson)),
      rule: map.read('rule', LanguageToolCheckMatchRule.fromJson),
      sentence: map.read('sentence', asString),
      shortMessage: map.read('shortMessage', asString),
      type: map.read('type', LanguageToolCheckMatchType.fromJson),
    );
  }

  final LanguageToolCheckMatchContext context;
  final int contextForSureMatch;
  final bool ignoreForIncompleteSentence;
  final int length;
  final String message;
  final int offset;
  final List<LanguageToolCheckMatchReplacement> replacements;
  final LanguageToolCheckMatchRule rule;
  final String sentence;
  final String shortMessage;
  final LanguageToolCheckMatchType type;
}

final class LanguageToolCheckMatchContext {
  const LanguageToolCheckMatchContext({required this.length, required this.offset, required this.text});

  factory LanguageToolCheckMatchContext.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckMatchContext(
      length: map.read('length', asInt),
      offset: map.read('offset', asInt),
      text: map.read('text', asString),
    );
  }

  final int length;
  final int offset;
  final String text;
}

final class LanguageToolCheckMatchReplacement {
  const LanguageToolCheckMatchReplacement({required this.value});

  factory LanguageToolCheckMatchReplacement.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckMatchReplacement(
      value: map.read('value', asString),
    );
  }

  final String value;
}

final class LanguageToolCheckMatchRule {
  const LanguageToolCheckMatchRule({required this.category, required this.description, required this.id, required this.issueType});

  factory LanguageToolCheckMatchRule.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckMatchRule(
      category: map.read('category', LanguageToolCheckMatchRuleCategory.fromJson),
      description: map.read('description', asString),
      id: map.read('id', asString),
      issueType: map.read('issueType', asString),
    );
  }

  final LanguageToolCheckMatchRuleCategory category;
  final String description;
  final String id;
  final String issueType;
}

final class LanguageToolCheckMatchRuleCategory {
  const LanguageToolCheckMatchRuleCategory({required this.id, required this.name});

  factory LanguageToolCheckMatchRuleCategory.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckMatchRuleCategory(
      id: map.read('id', asString),
      name: map.read('name', asString),
    );
  }

  final String id;
  final String name;
}

final class LanguageToolCheckMatchType {
  const LanguageToolCheckMatchType({required this.typeName});

  factory LanguageToolCheckMatchType.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckMatchType(
      typeName: map.read('typeName', asString),
    );
  }

  final String typeName;
}

final class LanguageToolCheckSoftware {
  const LanguageToolCheckSoftware({required this.apiVersion, required this.buildDate, required this.name, required this.premium, required this.premiumHint, required this.status, required this.version});

  factory LanguageToolCheckSoftware.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckSoftware(
      apiVersion: map.read('apiVersion', asInt),
      buildDate: map.read('buildDate', asString),
      name: map.read('name', asString),
      premium: map.read('premium', asBool),
      premiumHint: map.read('premiumHint', asString),
      status: map.read('status', asString),
      version: map.read('version', asString),
    );
  }

  final int apiVersion;
  final String buildDate;
  final String name;
  final bool premium;
  final String premiumHint;
  final String status;
  final String version;
}

final class LanguageToolCheckWarnings {
  const LanguageToolCheckWarnings({required this.incompleteResults});

  factory LanguageToolCheckWarnings.fromJson(Object? json) {
    final map = asObject(json);
    return LanguageToolCheckWarnings(
      incompleteResults: map.read('incompleteResults', asBool),
    );
  }

  final bool incompleteResults;
}

final class MinimalPairDrill {
  const MinimalPairDrill({required this.expected, required this.expectedIpa, required this.heard, required this.heardIpa, required this.pattern, required this.severity, required this.times, required this.words});

  factory MinimalPairDrill.fromJson(Object? json) {
    final map = asObject(json);
    return MinimalPairDrill(
      expected: map.read('expected', asString),
      expectedIpa: map.read('expected_ipa', asString),
      heard: map.read('heard', asString),
      heardIpa: map.read('heard_ipa', asString),
      pattern: map.read('pattern', asString),
      severity: map.read('severity', asString),
      times: map.read('times', asInt),
      words: map.read('words', listOf(asString)),
    );
  }

  final String expected;
  final String expectedIpa;
  final String heard;
  final String heardIpa;
  final String pattern;
  final String severity;
  final int times;
  final List<String> words;
}

final class ModelsView {
  const ModelsView({required this.engines});

  factory ModelsView.fromJson(Object? json) {
    final map = asObject(json);
    return ModelsView(
      engines: map.read('engines', listOf(EngineStatus.fromJson)),
    );
  }

  final List<EngineStatus> engines;
}

final class NewNote {
  const NewNote({required this.kind, required this.text});

  final String kind;
  final String text;

  Json toJson() => {
        'kind': kind,
        'text': text,
      };
}

final class NoteChange {
  const NoteChange({required this.text});

  final String text;

  Json toJson() => {
        'text': text,
      };
}

final class OpenAiChatBody {
  const OpenAiChatBody({this.logprobs, this.maxCompletionTokens, this.maxTokens, required this.messages, this.model, this.n, this.responseFormat, this.seed, this.stop, this.stream, this.streamOptions, this.temperature, this.topLogprobs, this.topP, this.user});

  final bool? logprobs;
  final int? maxCompletionTokens;
  final int? maxTokens;
  final List<OpenAiChatMessage> messages;
  final String? model;
  final int? n;
  final OpenAiChatResponseFormat? responseFormat;
  final int? seed;
  final Object? stop;
  final bool? stream;
  final OpenAiChatStreamOptions? streamOptions;
  final double? temperature;
  final int? topLogprobs;
  final double? topP;
  final String? user;

  Json toJson() => {
        if (logprobs case final it?) 'logprobs': it,
        if (maxCompletionTokens case final it?) 'max_completion_tokens': it,
        if (maxTokens case final it?) 'max_tokens': it,
        'messages': [for (final item in messages) item.toJson()],
        if (model case final it?) 'model': it,
        if (n case final it?) 'n': it,
        if (responseFormat case final it?) 'response_format': it.toJson(),
        if (seed case final it?) 'seed': it,
        if (stop case final it?) 'stop': it,
        if (stream case final it?) 'stream': it,
        if (streamOptions case final it?) 'stream_options': it.toJson(),
        if (temperature case final it?) 'temperature': it,
        if (topLogprobs case final it?) 'top_logprobs': it,
        if (topP case final it?) 'top_p': it,
        if (user case final it?) 'user': it,
      };
}

final class OpenAiChatChoice {
  const OpenAiChatChoice({required this.finishReason, required this.index, this.logprobs, required this.message});

  factory OpenAiChatChoice.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiChatChoice(
      finishReason: map.read('finish_reason', OpenAiChatChoiceFinishReason.fromJson),
      index: map.read('index', asInt),
      logprobs: map.readOrNull('logprobs', mapOf(asAnything)),
      message: map.read('message', OpenAiChatChoiceMessage.fromJson),
    );
  }

  final OpenAiChatChoiceFinishReason finishReason;
  final int index;
  final Map<String, Object?>? logprobs;
  final OpenAiChatChoiceMessage message;
}

enum OpenAiChatChoiceFinishReason {
  stop('stop'),
  length('length'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const OpenAiChatChoiceFinishReason(this.wire);

  static OpenAiChatChoiceFinishReason fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class OpenAiChatChoiceMessage {
  const OpenAiChatChoiceMessage({required this.content, this.refusal, required this.role});

  factory OpenAiChatChoiceMessage.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiChatChoiceMessage(
      content: map.read('content', asString),
      refusal: map.read('refusal', asAnything),
      role: map.read('role', asString),
    );
  }

  final String content;
  final Object? refusal;
  final String role;
}

final class OpenAiChatMessage {
  const OpenAiChatMessage({required this.content, required this.role});

  final Object? content;
  final OpenAiChatMessageRole role;

  Json toJson() => {
        'content': content,
        'role': role.toJson(),
      };
}

enum OpenAiChatMessageRole {
  system('system'),
  developer('developer'),
  user('user'),
  assistant('assistant'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const OpenAiChatMessageRole(this.wire);

  static OpenAiChatMessageRole fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class OpenAiChatReply {
  const OpenAiChatReply({required this.choices, required this.created, required this.id, required this.model, required this.object, required this.usage});

  factory OpenAiChatReply.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiChatReply(
      choices: map.read('choices', listOf(OpenAiChatChoice.fromJson)),
      created: map.read('created', asInt),
      id: map.read('id', asString),
      model: map.read('model', asString),
      object: map.read('object', asString),
      usage: map.read('usage', OpenAiChatUsage.fromJson),
    );
  }

  final List<OpenAiChatChoice> choices;
  final int created;
  final String id;
  final String model;
  final String object;
  final OpenAiChatUsage usage;
}

final class OpenAiChatResponseFormat {
  const OpenAiChatResponseFormat({this.jsonSchema, required this.type});

  final OpenAiChatResponseFormatJsonSchema? jsonSchema;
  final OpenAiChatResponseFormatType type;

  Json toJson() => {
        if (jsonSchema case final it?) 'json_schema': it.toJson(),
        'type': type.toJson(),
      };
}

final class OpenAiChatResponseFormatJsonSchema {
  const OpenAiChatResponseFormatJsonSchema({required this.schema});

  final Map<String, Object?> schema;

  Json toJson() => {
        'schema': schema,
      };
}

enum OpenAiChatResponseFormatType {
  text('text'),
  jsonObject('json_object'),
  jsonSchema('json_schema'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const OpenAiChatResponseFormatType(this.wire);

  static OpenAiChatResponseFormatType fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class OpenAiChatStreamOptions {
  const OpenAiChatStreamOptions({this.includeUsage});

  final bool? includeUsage;

  Json toJson() => {
        if (includeUsage case final it?) 'include_usage': it,
      };
}

final class OpenAiChatUsage {
  const OpenAiChatUsage({this.completionTokens, this.promptTokens, this.promptTokensDetails, this.totalTokens});

  factory OpenAiChatUsage.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiChatUsage(
      completionTokens: map.readOrNull('completion_tokens', asInt),
      promptTokens: map.readOrNull('prompt_tokens', asInt),
      promptTokensDetails: map.readOrNull('prompt_tokens_details', OpenAiChatUsagePromptTokensDetails.fromJson),
      totalTokens: map.readOrNull('total_tokens', asInt),
    );
  }

  final int? completionTokens;
  final int? promptTokens;
  final OpenAiChatUsagePromptTokensDetails? promptTokensDetails;
  final int? totalTokens;
}

final class OpenAiChatUsagePromptTokensDetails {
  const OpenAiChatUsagePromptTokensDetails({this.cachedTokens});

  factory OpenAiChatUsagePromptTokensDetails.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiChatUsagePromptTokensDetails(
      cachedTokens: map.readOrNull('cached_tokens', asInt),
    );
  }

  final int? cachedTokens;
}

final class OpenAiModels {
  const OpenAiModels({required this.data, required this.object});

  factory OpenAiModels.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiModels(
      data: map.read('data', listOf(OpenAiModelsData.fromJson)),
      object: map.read('object', asString),
    );
  }

  final List<OpenAiModelsData> data;
  final String object;
}

final class OpenAiModelsData {
  const OpenAiModelsData({required this.created, required this.id, required this.object, required this.ownedBy});

  factory OpenAiModelsData.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiModelsData(
      created: map.read('created', asInt),
      id: map.read('id', asString),
      object: map.read('object', asString),
      ownedBy: map.read('owned_by', asString),
    );
  }

  final int created;
  final String id;
  final String object;
  final String ownedBy;
}

final class OpenAiSpeechBody {
  const OpenAiSpeechBody({required this.input, this.instructions, required this.model, this.responseFormat, this.speed, this.streamFormat, required this.voice});

  final String input;
  final String? instructions;
  final String model;
  final String? responseFormat;
  final double? speed;
  final String? streamFormat;
  final String voice;

  Json toJson() => {
        'input': input,
        if (instructions case final it?) 'instructions': it,
        'model': model,
        if (responseFormat case final it?) 'response_format': it,
        if (speed case final it?) 'speed': it,
        if (streamFormat case final it?) 'stream_format': it,
        'voice': voice,
      };
}

final class OpenAiTranscription {
  const OpenAiTranscription({this.duration, this.language, this.segments, this.task, required this.text, this.words});

  factory OpenAiTranscription.fromJson(Object? json) {
    final map = asObject(json);
    return OpenAiTranscription(
      duration: map.readOrNull('duration', asDouble),
      language: map.readOrNull('language', asString),
      segments: map.readOrNull('segments', listOf(mapOf(asAnything))),
      task: map.readOrNull('task', asString),
      text: map.read('text', asString),
      words: map.readOrNull('words', listOf(mapOf(asAnything))),
    );
  }

  final double? duration;
  final String? language;
  final List<Map<String, Object?>>? segments;
  final String? task;
  final String text;
  final List<Map<String, Object?>>? words;
}

final class Pause {
  const Pause({required this.end, required this.start});

  factory Pause.fromJson(Object? json) {
    final map = asObject(json);
    return Pause(
      end: map.read('end', asDouble),
      start: map.read('start', asDouble),
    );
  }

  final double end;
  final double start;
}

final class PhonemeScore {
  const PhonemeScore({required this.actual, required this.expected, required this.feedback, required this.phoneme, required this.score});

  factory PhonemeScore.fromJson(Object? json) {
    final map = asObject(json);
    return PhonemeScore(
      actual: map.read('actual', asString),
      expected: map.read('expected', asString),
      feedback: map.read('feedback', asString),
      phoneme: map.read('phoneme', asString),
      score: map.read('score', asDouble),
    );
  }

  final String actual;
  final String expected;
  final String feedback;
  final String phoneme;
  final double score;
}

final class PhonemeStats {
  const PhonemeStats({required this.count, required this.days, required this.ipa, required this.meanScore, required this.oftenHeardAs, required this.phoneme, this.trend});

  factory PhonemeStats.fromJson(Object? json) {
    final map = asObject(json);
    return PhonemeStats(
      count: map.read('count', asInt),
      days: map.read('days', listOf(PhonemeStatsDay.fromJson)),
      ipa: map.read('ipa', asString),
      meanScore: map.read('mean_score', asDouble),
      oftenHeardAs: map.read('often_heard_as', asString),
      phoneme: map.read('phoneme', asString),
      trend: map.readOrNull('trend', asDouble),
    );
  }

  final int count;
  final List<PhonemeStatsDay> days;
  final String ipa;
  final double meanScore;
  final String oftenHeardAs;
  final String phoneme;
  final double? trend;
}

final class PhonemeStatsDay {
  const PhonemeStatsDay({required this.count, required this.date, required this.meanScore});

  factory PhonemeStatsDay.fromJson(Object? json) {
    final map = asObject(json);
    return PhonemeStatsDay(
      count: map.read('count', asInt),
      date: map.read('date', asDateTime),
      meanScore: map.read('mean_score', asDouble),
    );
  }

  final int count;
  final DateTime date;
  final double meanScore;
}

final class PronunciationAnalysis {
  const PronunciationAnalysis({required this.commonErrors, required this.completenessScore, required this.fluencyScore, required this.improvements, required this.improvementsVi, required this.overallScore, required this.phonemeScores, required this.pronunciationScore, this.prosody, this.prosodyScore, required this.words});

  factory PronunciationAnalysis.fromJson(Object? json) {
    final map = asObject(json);
    return PronunciationAnalysis(
      commonErrors: map.read('common_errors', listOf(asString)),
      completenessScore: map.read('completeness_score', asDouble),
      fluencyScore: map.read('fluency_score', asDouble),
      improvements: map.read('improvements', listOf(asString)),
      improvementsVi: map.read('improvements_vi', listOf(asString)),
      overallScore: map.read('overall_score', asDouble),
      phonemeScores: map.read('phoneme_scores', listOf(PhonemeScore.fromJson)),
      pronunciationScore: map.read('pronunciation_score', asDouble),
      prosody: map.readOrNull('prosody', Prosody.fromJson),
      prosodyScore: map.readOrNull('prosody_score', asDouble),
      words: map.read('words', listOf(SpokenWord.fromJson)),
    );
  }

  final List<String> commonErrors;
  final double completenessScore;
  final double fluencyScore;
  final List<String> improvements;
  final List<String> improvementsVi;
  final double overallScore;
  final List<PhonemeScore> phonemeScores;
  final double pronunciationScore;
  final Prosody? prosody;
  final double? prosodyScore;
  final List<SpokenWord> words;
}

enum PronunciationMode {
  scripted('scripted'),
  unscripted('unscripted'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const PronunciationMode(this.wire);

  static PronunciationMode fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class PronunciationResult {
  const PronunciationResult({required this.analysis, required this.audioId, required this.audioQuality, required this.audioUrl, required this.confidence, required this.createdAt, required this.id, required this.processingTime, required this.scorerVersion, required this.targetText, required this.transcript, required this.unscripted});

  factory PronunciationResult.fromJson(Object? json) {
    final map = asObject(json);
    return PronunciationResult(
      analysis: map.read('analysis', PronunciationAnalysis.fromJson),
      audioId: map.read('audio_id', asString),
      audioQuality: map.read('audio_quality', AudioQuality.fromJson),
      audioUrl: map.read('audio_url', asString),
      confidence: map.read('confidence', asDouble),
      createdAt: map.read('created_at', asDateTime),
      id: map.read('id', asString),
      processingTime: map.read('processing_time', asDouble),
      scorerVersion: map.read('scorer_version', asString),
      targetText: map.read('target_text', asString),
      transcript: map.read('transcript', asString),
      unscripted: map.read('unscripted', asBool),
    );
  }

  final PronunciationAnalysis analysis;
  final String audioId;
  final AudioQuality audioQuality;
  final String audioUrl;
  final double confidence;
  final DateTime createdAt;
  final String id;
  final double processingTime;
  final String scorerVersion;
  final String targetText;
  final String transcript;
  final bool unscripted;
}

final class PronunciationStats {
  const PronunciationStats({required this.analyses, required this.drills, required this.meanOverall, required this.phonemes, required this.weakest});

  factory PronunciationStats.fromJson(Object? json) {
    final map = asObject(json);
    return PronunciationStats(
      analyses: map.read('analyses', asInt),
      drills: map.read('drills', listOf(MinimalPairDrill.fromJson)),
      meanOverall: map.read('mean_overall', asDouble),
      phonemes: map.read('phonemes', listOf(PhonemeStats.fromJson)),
      weakest: map.read('weakest', listOf(PhonemeStats.fromJson)),
    );
  }

  final int analyses;
  final List<MinimalPairDrill> drills;
  final double meanOverall;
  final List<PhonemeStats> phonemes;
  final List<PhonemeStats> weakest;
}

final class Prosody {
  const Prosody({required this.pauseSeconds, required this.pauses, required this.pitch, required this.pitchRange, required this.pitchStep, required this.syllablesPerSecond});

  factory Prosody.fromJson(Object? json) {
    final map = asObject(json);
    return Prosody(
      pauseSeconds: map.read('pause_seconds', asDouble),
      pauses: map.read('pauses', listOf(Pause.fromJson)),
      pitch: map.read('pitch', listOf(asDouble)),
      pitchRange: map.read('pitch_range', asDouble),
      pitchStep: map.read('pitch_step', asDouble),
      syllablesPerSecond: map.read('syllables_per_second', asDouble),
    );
  }

  final double pauseSeconds;
  final List<Pause> pauses;
  final List<double> pitch;
  final double pitchRange;
  final double pitchStep;
  final double syllablesPerSecond;
}

final class Readability {
  const Readability({required this.grade, required this.readingEase, required this.syllablesPerWord, required this.wordsPerSentence});

  factory Readability.fromJson(Object? json) {
    final map = asObject(json);
    return Readability(
      grade: map.read('grade', asDouble),
      readingEase: map.read('reading_ease', asDouble),
      syllablesPerWord: map.read('syllables_per_word', asDouble),
      wordsPerSentence: map.read('words_per_sentence', asDouble),
    );
  }

  final double grade;
  final double readingEase;
  final double syllablesPerWord;
  final double wordsPerSentence;
}

final class ScenarioGoal {
  const ScenarioGoal({required this.description, required this.descriptionVi, required this.hintVi, required this.id});

  factory ScenarioGoal.fromJson(Object? json) {
    final map = asObject(json);
    return ScenarioGoal(
      description: map.read('description', asString),
      descriptionVi: map.read('description_vi', asString),
      hintVi: map.read('hint_vi', asString),
      id: map.read('id', asString),
    );
  }

  final String description;
  final String descriptionVi;
  final String hintVi;
  final String id;
}

final class ScenarioItem {
  const ScenarioItem({required this.goals, required this.id, required this.level, required this.maxTurns, required this.opening, required this.openingVi, required this.partner, required this.partnerVi, required this.situation, required this.situationVi, required this.targetWords, required this.title, required this.titleVi, required this.you, required this.youVi});

  factory ScenarioItem.fromJson(Object? json) {
    final map = asObject(json);
    return ScenarioItem(
      goals: map.read('goals', listOf(ScenarioGoal.fromJson)),
      id: map.read('id', asString),
      level: map.read('level', asString),
      maxTurns: map.read('max_turns', asInt),
      opening: map.read('opening', asString),
      openingVi: map.read('opening_vi', asString),
      partner: map.read('partner', asString),
      partnerVi: map.read('partner_vi', asString),
      situation: map.read('situation', asString),
      situationVi: map.read('situation_vi', asString),
      targetWords: map.read('target_words', listOf(asString)),
      title: map.read('title', asString),
      titleVi: map.read('title_vi', asString),
      you: map.read('you', asString),
      youVi: map.read('you_vi', asString),
    );
  }

  final List<ScenarioGoal> goals;
  final String id;
  final String level;
  final int maxTurns;
  final String opening;
  final String openingVi;
  final String partner;
  final String partnerVi;
  final String situation;
  final String situationVi;
  final List<String> targetWords;
  final String title;
  final String titleVi;
  final String you;
  final String youVi;
}

final class SessionChange {
  const SessionChange({required this.sessionTitle});

  final String sessionTitle;

  Json toJson() => {
        'session_title': sessionTitle,
      };
}

final class SpeakBody {
  const SpeakBody({this.language, this.speed, this.stream, this.text, this.textToken, this.timings, this.voice});

  final String? language;
  final double? speed;
  final bool? stream;
  final String? text;
  final String? textToken;
  final bool? timings;
  final String? voice;

  Json toJson() => {
        if (language case final it?) 'language': it,
        if (speed case final it?) 'speed': it,
        if (stream case final it?) 'stream': it,
        if (text case final it?) 'text': it,
        if (textToken case final it?) 'text_token': it,
        if (timings case final it?) 'timings': it,
        if (voice case final it?) 'voice': it,
      };
}

final class SpeechView {
  const SpeechView({required this.audioId, required this.cached, required this.duration, required this.expiresAt, required this.format, required this.model, required this.sampleRate, required this.url, required this.words, required this.wordsEstimated});

  factory SpeechView.fromJson(Object? json) {
    final map = asObject(json);
    return SpeechView(
      audioId: map.read('audio_id', asString),
      cached: map.read('cached', asBool),
      duration: map.read('duration', asDouble),
      expiresAt: map.read('expires_at', asDateTime),
      format: map.read('format', asString),
      model: map.read('model', asString),
      sampleRate: map.read('sample_rate', asInt),
      url: map.read('url', asString),
      words: map.read('words', listOf(TimedWord.fromJson)),
      wordsEstimated: map.read('words_estimated', asBool),
    );
  }

  final String audioId;
  final bool cached;
  final double duration;
  final DateTime expiresAt;
  final String format;
  final String model;
  final int sampleRate;
  final String url;
  final List<TimedWord> words;
  final bool wordsEstimated;
}

final class SpokenPhoneme {
  const SpokenPhoneme({required this.actual, required this.actualIpa, required this.end, required this.errorType, required this.expected, required this.feedback, required this.feedbackVi, required this.ipa, this.letters, required this.nbest, required this.pattern, required this.phoneme, required this.practice, required this.score, required this.severity, required this.start});

  factory SpokenPhoneme.fromJson(Object? json) {
    final map = asObject(json);
    return SpokenPhoneme(
      actual: map.read('actual', asString),
      actualIpa: map.read('actual_ipa', asString),
      end: map.read('end', asDouble),
      errorType: map.read('error_type', asString),
      expected: map.read('expected', asString),
      feedback: map.read('feedback', asString),
      feedbackVi: map.read('feedback_vi', asString),
      ipa: map.read('ipa', asString),
      letters: map.readOrNull('letters', TextSpan.fromJson),
      nbest: map.read('nbest', listOf(HeardPhoneme.fromJson)),
      pattern: map.read('pattern', asString),
      phoneme: map.read('phoneme', asString),
      practice: map.read('practice', listOf(asString)),
      score: map.read('score', asDouble),
      severity: map.read('severity', asString),
      start: map.read('start', asDouble),
    );
  }

  final String actual;
  final String actualIpa;
  final double end;
  final String errorType;
  final String expected;
  final String feedback;
  final String feedbackVi;
  final String ipa;
  final TextSpan? letters;
  final List<HeardPhoneme> nbest;
  final String pattern;
  final String phoneme;
  final List<String> practice;
  final double score;
  final String severity;
  final double start;
}

final class SpokenSyllable {
  const SpokenSyllable({required this.end, required this.ipa, this.letters, required this.score, required this.start, required this.stress});

  factory SpokenSyllable.fromJson(Object? json) {
    final map = asObject(json);
    return SpokenSyllable(
      end: map.read('end', asDouble),
      ipa: map.read('ipa', asString),
      letters: map.readOrNull('letters', TextSpan.fromJson),
      score: map.read('score', asDouble),
      start: map.read('start', asDouble),
      stress: map.read('stress', asString),
    );
  }

  final double end;
  final String ipa;
  final TextSpan? letters;
  final double score;
  final double start;
  final String stress;
}

final class SpokenWord {
  const SpokenWord({required this.end, required this.errorType, required this.phonemes, required this.score, required this.start, required this.syllables, required this.word});

  factory SpokenWord.fromJson(Object? json) {
    final map = asObject(json);
    return SpokenWord(
      end: map.read('end', asDouble),
      errorType: map.read('error_type', asString),
      phonemes: map.read('phonemes', listOf(SpokenPhoneme.fromJson)),
      score: map.read('score', asDouble),
      start: map.read('start', asDouble),
      syllables: map.read('syllables', listOf(SpokenSyllable.fromJson)),
      word: map.read('word', asString),
    );
  }

  final double end;
  final String errorType;
  final List<SpokenPhoneme> phonemes;
  final double score;
  final double start;
  final List<SpokenSyllable> syllables;
  final String word;
}

final class SuggestionDrill {
  const SuggestionDrill({required this.instruction, required this.instructionVi, required this.pairs, required this.type, required this.words});

  factory SuggestionDrill.fromJson(Object? json) {
    final map = asObject(json);
    return SuggestionDrill(
      instruction: map.read('instruction', asString),
      instructionVi: map.read('instruction_vi', asString),
      pairs: map.read('pairs', listOf(SuggestionDrillPair.fromJson)),
      type: map.read('type', asString),
      words: map.read('words', listOf(asString)),
    );
  }

  final String instruction;
  final String instructionVi;
  final List<SuggestionDrillPair> pairs;
  final String type;
  final List<String> words;
}

final class SuggestionDrillPair {
  const SuggestionDrillPair({required this.one, required this.other});

  factory SuggestionDrillPair.fromJson(Object? json) {
    final map = asObject(json);
    return SuggestionDrillPair(
      one: map.read('one', asString),
      other: map.read('other', asString),
    );
  }

  final String one;
  final String other;
}

final class SuggestionEvidence {
  const SuggestionEvidence({required this.actual, required this.at, required this.expected, required this.text});

  factory SuggestionEvidence.fromJson(Object? json) {
    final map = asObject(json);
    return SuggestionEvidence(
      actual: map.read('actual', asString),
      at: map.read('at', asDateTime),
      expected: map.read('expected', asString),
      text: map.read('text', asString),
    );
  }

  final String actual;
  final DateTime at;
  final String expected;
  final String text;
}

final class SuggestionView {
  const SuggestionView({required this.drill, required this.evidence, required this.mistakes, required this.priority, required this.reason, required this.reasonVi, required this.skill, required this.source, required this.title, required this.titleVi, required this.tries});

  factory SuggestionView.fromJson(Object? json) {
    final map = asObject(json);
    return SuggestionView(
      drill: map.read('drill', SuggestionDrill.fromJson),
      evidence: map.read('evidence', listOf(SuggestionEvidence.fromJson)),
      mistakes: map.read('mistakes', asInt),
      priority: map.read('priority', asDouble),
      reason: map.read('reason', asString),
      reasonVi: map.read('reason_vi', asString),
      skill: map.read('skill', asString),
      source: map.read('source', asString),
      title: map.read('title', asString),
      titleVi: map.read('title_vi', asString),
      tries: map.read('tries', asInt),
    );
  }

  final SuggestionDrill drill;
  final List<SuggestionEvidence> evidence;
  final int mistakes;
  final double priority;
  final String reason;
  final String reasonVi;
  final String skill;
  final String source;
  final String title;
  final String titleVi;
  final int tries;
}

final class TextAnalysis {
  const TextAnalysis({required this.aboveLevel, required this.cefr, required this.correctedText, required this.matches, required this.readability, required this.statistics, required this.tier, required this.wordLevels});

  factory TextAnalysis.fromJson(Object? json) {
    final map = asObject(json);
    return TextAnalysis(
      aboveLevel: map.read('above_level', listOf(asString)),
      cefr: map.read('cefr', CefrEstimate.fromJson),
      correctedText: map.read('corrected_text', asString),
      matches: map.read('matches', listOf(TextMatch.fromJson)),
      readability: map.read('readability', Readability.fromJson),
      statistics: map.read('statistics', TextStatistics.fromJson),
      tier: map.read('tier', asString),
      wordLevels: map.read('word_levels', listOf(WordLevel.fromJson)),
    );
  }

  final List<String> aboveLevel;
  final CefrEstimate cefr;
  final String correctedText;
  final List<TextMatch> matches;
  final Readability readability;
  final TextStatistics statistics;
  final String tier;
  final List<WordLevel> wordLevels;
}

final class TextBody {
  const TextBody({this.deep, this.level, required this.text});

  /// true: the language model is asked too, which takes seconds; the text then has at most 1,000 letters
  final bool? deep;
  /// names the words above it
  final String? level;
  final String text;

  Json toJson() => {
        if (deep case final it?) 'deep': it,
        if (level case final it?) 'level': it,
        'text': text,
      };
}

final class TextMatch {
  const TextMatch({required this.errorType, required this.length, required this.message, required this.messageVi, required this.offset, required this.replacements, required this.rule, required this.severity});

  factory TextMatch.fromJson(Object? json) {
    final map = asObject(json);
    return TextMatch(
      errorType: map.read('error_type', asString),
      length: map.read('length', asInt),
      message: map.read('message', asString),
      messageVi: map.read('message_vi', asString),
      offset: map.read('offset', asInt),
      replacements: map.read('replacements', listOf(asString)),
      rule: map.read('rule', TextMatchRule.fromJson),
      severity: map.read('severity', asString),
    );
  }

  final String errorType;
  final int length;
  final String message;
  final String messageVi;
  final int offset;
  final List<String> replacements;
  final TextMatchRule rule;
  final String severity;
}

final class TextMatchRule {
  const TextMatchRule({required this.category, required this.id});

  factory TextMatchRule.fromJson(Object? json) {
    final map = asObject(json);
    return TextMatchRule(
      category: map.read('category', asString),
      id: map.read('id', asString),
    );
  }

  final String category;
  final String id;
}

final class TextSpan {
  const TextSpan({required this.end, required this.start});

  factory TextSpan.fromJson(Object? json) {
    final map = asObject(json);
    return TextSpan(
      end: map.read('end', asInt),
      start: map.read('start', asInt),
    );
  }

  final int end;
  final int start;
}

final class TextStatistics {
  const TextStatistics({required this.distinctWords, required this.sentences, required this.typeTokenRatio, required this.words});

  factory TextStatistics.fromJson(Object? json) {
    final map = asObject(json);
    return TextStatistics(
      distinctWords: map.read('distinct_words', asInt),
      sentences: map.read('sentences', asInt),
      typeTokenRatio: map.read('type_token_ratio', asDouble),
      words: map.read('words', asInt),
    );
  }

  final int distinctWords;
  final int sentences;
  final double typeTokenRatio;
  final int words;
}

final class TimedPhoneme {
  const TimedPhoneme({required this.end, required this.ipa, required this.start});

  factory TimedPhoneme.fromJson(Object? json) {
    final map = asObject(json);
    return TimedPhoneme(
      end: map.read('end', asDouble),
      ipa: map.read('ipa', asString),
      start: map.read('start', asDouble),
    );
  }

  final double end;
  final String ipa;
  final double start;
}

final class TimedWord {
  const TimedWord({required this.end, required this.phonemes, required this.start, required this.word});

  factory TimedWord.fromJson(Object? json) {
    final map = asObject(json);
    return TimedWord(
      end: map.read('end', asDouble),
      phonemes: map.read('phonemes', listOf(TimedPhoneme.fromJson)),
      start: map.read('start', asDouble),
      word: map.read('word', asString),
    );
  }

  final double end;
  final List<TimedPhoneme> phonemes;
  final double start;
  final String word;
}

enum TimestampUnit {
  word('word'),
  segment('segment'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const TimestampUnit(this.wire);

  static TimestampUnit fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class TranscriptSegment {
  const TranscriptSegment({required this.end, required this.start, required this.text});

  factory TranscriptSegment.fromJson(Object? json) {
    final map = asObject(json);
    return TranscriptSegment(
      end: map.read('end', asDouble),
      start: map.read('start', asDouble),
      text: map.read('text', asString),
    );
  }

  final double end;
  final double start;
  final String text;
}

final class TranscriptView {
  const TranscriptView({required this.duration, required this.language, required this.noSpeech, required this.segments, required this.text, required this.words});

  factory TranscriptView.fromJson(Object? json) {
    final map = asObject(json);
    return TranscriptView(
      duration: map.read('duration', asDouble),
      language: map.read('language', asString),
      noSpeech: map.read('no_speech', asDouble),
      segments: map.read('segments', listOf(TranscriptSegment.fromJson)),
      text: map.read('text', asString),
      words: map.read('words', listOf(TranscriptWord.fromJson)),
    );
  }

  final double duration;
  final String language;
  final double noSpeech;
  final List<TranscriptSegment> segments;
  final String text;
  final List<TranscriptWord> words;
}

final class TranscriptWord {
  const TranscriptWord({required this.end, required this.probability, required this.start, required this.word});

  factory TranscriptWord.fromJson(Object? json) {
    final map = asObject(json);
    return TranscriptWord(
      end: map.read('end', asDouble),
      probability: map.read('probability', asDouble),
      start: map.read('start', asDouble),
      word: map.read('word', asString),
    );
  }

  final double end;
  final double probability;
  final double start;
  final String word;
}

enum TranscriptionFormat {
  json('json'),
  text('text'),
  srt('srt'),
  verboseJson('verbose_json'),
  vtt('vtt'),

  /// A value that this app is too old to know. Never sent.
  unknown('');

  const TranscriptionFormat(this.wire);

  static TranscriptionFormat fromJson(Object? json) {
    final text = asString(json);
    return values.firstWhere((value) => value.wire == text, orElse: () => unknown);
  }

  final String wire;

  String toJson() => this == unknown ? throw StateError('an unknown value cannot be sent') : wire;
}

final class WordLevel {
  const WordLevel({required this.count, required this.level, required this.word});

  factory WordLevel.fromJson(Object? json) {
    final map = asObject(json);
    return WordLevel(
      count: map.read('count', asInt),
      level: map.read('level', asString),
      word: map.read('word', asString),
    );
  }

  final int count;
  final String level;
  final String word;
}
