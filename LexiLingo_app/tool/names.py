"""What Dart calls things. A type has the name that the document gives it anywhere; else that of what holds it, and of
the field: `WordView.schedule` is a WordSchedule. Where that reads badly, CHOSEN says better."""
import re

# A place (a component, a field of one, `[]` an item of a list, or `operation?parameter`) -> the name of what stands there.
CHOSEN = {
    # Backend
    "UserView.settings.easy_days": "EasyDays",
    "UserView.settings.scheduler": "Scheduler",
    "achievements.DefinitionViewList[]": "Achievement",
    "achievements.MineView": "MyAchievements",
    "achievements.MineView.items[]": "AchievementProgress",
    "admin.RoleChange.role": "UserRole",
    "auth.NewPersonalToken.scopes[]": "TokenScope",
    "content.CourseBody.units[]": "CourseDraftUnit",
    "content.CourseBody.units[].lessons[]": "CourseDraftLesson",
    "content.CourseBody.units[].lessons[].exercises[]": "CourseDraftExercise",
    "content.CourseBody.units[].lessons[].exercises[].pairs[]": "CourseDraftPair",
    "content.ImportView": "CourseImport",
    "courses.CourseView.units[]": "CourseUnit",
    "get_users_me_export reply": "AccountExport",
    "get_vocabulary?scope": "WordScope",
    "get_vocabulary?status": "WordStatus",
    "lessons.AnswerView.score": "LessonScore",
    "lessons.AttemptView.answered[]": "AnsweredExercise",
    "lessons.LessonView.content.dialogue[]": "DialogueLine",
    "lessons.ProgressRow.achievements_unlocked[]": "UnlockedAchievement",
    "lessons.ProgressRow.streak": "StreakSummary",
    "progress.ActivityBody.activity_type": "ActivityType",
    "progress.ProgressView.course_progress[]": "CourseProgress",
    "progress.ProgressView.recent_activity[]": "RecentActivity",
    "progress.Stats.time_by_skill[]": "SkillTime",
    "transfer.ImportView": "WordImport",
    "transfer.ImportView.format": "WordFileFormat",
    "vocabulary.BatchView.results[].result": "BatchOutcome",
    "vocabulary.ReviewBody.rating": "ReviewRating",
    "vocabulary.VocabularyStats.load[]": "LoadDay",
    "vocabulary.VocabularyStats.retention[]": "RetentionRow",
    "vocabulary.WordView.schedule.state": "WordState",
    # AI service
    "analysis.ErrorView": "ErrorAnalysis",
    "analysis.TextView": "TextAnalysis",
    "analysis.TextView.cefr": "CefrEstimate",
    "analysis.TextView.matches[]": "TextMatch",
    "analysis.TextView.readability": "Readability",
    "analysis.TextView.statistics": "TextStatistics",
    "analysis.TextView.word_levels[]": "WordLevel",
    "analysis.languagetool.Check": "LanguageToolCheck",
    "chat.ChatReply.card_suggestions[]": "CardSuggestion",
    "chat.ChatReply.corrections[].span": "TextSpan",
    "chat.SessionItem": "ChatSessionItem",
    "chat.SessionItem.context": "ChatContext",
    "chat.SessionView": "ChatSession",
    "chat.SessionView.messages[]": "ChatMessage",
    "get_models reply": "OpenAiModels",
    "health.ModelsView.engines[]": "EngineStatus",
    "post_ai_pronunciation_analyze body.mode": "PronunciationMode",
    "post_ai_stt body.timestamps": "TimestampUnit",
    "post_ai_tts body": "SpeakBody",
    "post_audio_speech body": "OpenAiSpeechBody",
    "post_audio_transcriptions body.response_format": "TranscriptionFormat",
    "post_audio_transcriptions reply": "OpenAiTranscription",
    "post_chat_completions body": "OpenAiChatBody",
    "post_chat_completions reply": "OpenAiChatReply",
    "pronunciation.ResultView": "PronunciationResult",
    "pronunciation.ResultView.analysis": "PronunciationAnalysis",
    "pronunciation.ResultView.analysis.phoneme_scores[]": "PhonemeScore",
    "pronunciation.ResultView.analysis.prosody": "Prosody",
    "pronunciation.ResultView.analysis.prosody.pauses[]": "Pause",
    "pronunciation.ResultView.analysis.words[]": "SpokenWord",
    "pronunciation.ResultView.analysis.words[].phonemes[]": "SpokenPhoneme",
    "pronunciation.ResultView.analysis.words[].phonemes[].nbest[]": "HeardPhoneme",
    "pronunciation.ResultView.analysis.words[].syllables[]": "SpokenSyllable",
    "pronunciation.ResultView.audio_quality": "AudioQuality",
    "pronunciation.StatsView": "PronunciationStats",
    "pronunciation.StatsView.drills[]": "MinimalPairDrill",
    "pronunciation.azure.Assessment": "AzureAssessment",
    "pronunciation.azure.Assessment.NBest[]": "AzureBest",
    "pronunciation.azure.Assessment.NBest[].Words[]": "AzureWord",
    "speech.SpeechView.words[]": "TimedWord",
    "speech.SpeechView.words[].phonemes[]": "TimedPhoneme",
}


def words(text):
    return [word for word in re.split(r"[^A-Za-z0-9]+", text) if word]


def pascal(text):
    return "".join(word[0].upper() + word[1:] for word in words(text))


def camel(text):
    name = pascal(text)
    return name.lower() if name.isupper() else name[0].lower() + name[1:]


def singular(word):
    for end, one in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", "")):
        if word.endswith(end) and not word.endswith(("ss", "us", "is")):
            return word[:-len(end)] + one
    return word


def from_title(title):
    """`vocabulary.AddWord` -> AddWord; one word says too little: `auth.Login` -> AuthLogin."""
    space, _, last = title.rpartition(".")
    plain = pascal(last)
    return (pascal(space) if len(re.findall(r"[A-Z][a-z0-9]*", plain)) < 2 else "") + plain


class Namer:
    def __init__(self, places, titles):
        self.places, self.titles = places, titles
        self.at = {(service, place): (service, shape) for (service, shape), listed in places.items() for place in listed}
        self.unused = set(CHOSEN)

    def name(self, key):
        service, listed = key[0], sorted(self.places[key], key=lambda place: (len(place), place))
        chosen = [place for place in listed if place in CHOSEN]
        if chosen:
            self.unused -= set(chosen)
            return CHOSEN[chosen[0]]
        titles = [self._title(service, place) for place in listed if self._title(service, place)]
        return from_title(titles[0]) if titles else self._from_holder(service, listed[0])

    def _title(self, service, place):
        """The component that stands at a place: itself, or the item of a list `…List`."""
        if place in self.titles[service]:
            return place
        listed = place.removesuffix("List[]")
        return listed if listed != place and listed + "List" in self.titles[service] else None

    def _from_holder(self, service, place):
        if "?" in place or " " in place and "." not in place:
            operation, _, rest = re.split(r"([? ])", place, maxsplit=1)
            return pascal(operation.partition("_")[2]) + pascal(rest.replace("[]", " item").replace("{}", " value"))
        holder, _, field = place.rstrip("[]{}").rpartition(".")
        while holder and (service, holder) not in self.at:
            holder = holder.rstrip("[]{}") if holder.endswith(("]", "}")) else holder.rpartition(".")[0]
        above = self.name(self.at[service, holder]) if holder else ""
        last = singular(field) if place.endswith(("[]", "{}")) else field
        return re.sub(r"(View|Body|Reply|Item)$", "", above) + pascal(last)


def given(places, taken, titles):
    """(service, shape) -> name, each only once."""
    namer = Namer(places, titles)
    found = {key: namer.name(key) for key in places}
    if namer.unused:
        raise SystemExit(f"names.py chooses names for what is not there: {sorted(namer.unused)}")
    owners = {}
    for key, name in found.items():
        owners.setdefault(name, []).append(key)
    for name, keys in owners.items():
        if len(keys) > 1 or name in taken:
            for key in keys:
                place = min(places[key], key=len)
                found[key] = pascal(place.partition(".")[0] if "." in place else key[0]) + name
    doubled = [name for name in found.values() if list(found.values()).count(name) > 1]
    if doubled:
        raise SystemExit("names.py has to choose for: " + "; ".join(
            f"{name} ({', '.join(places[key])})" for key, name in found.items() if name in doubled))
    return found
