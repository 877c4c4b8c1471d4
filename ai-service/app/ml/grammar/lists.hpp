#pragma once
// Classes of English words that several rules go by.
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {

/// The subject form of the personal pronouns, and the object form.
inline const Words kPersonal("i you he she it we they");
inline const Words kObjective("me you him her it us them");

/// Without a plural and without "a", whatever the dictionary says.
inline const Words kUncountable(
    "advice information furniture equipment homework housework luggage baggage news knowledge "
    "weather traffic money music research evidence progress software hardware jewelry jewellery "
    "scenery machinery rubbish garbage trash bread rice butter milk sugar salt fun luck health "
    "happiness violence pollution transportation electricity stuff mail feedback clothing "
    "vocabulary damage help permission poverty wealth wisdom courage patience honesty intelligence "
    "leisure laughter cash sunshine");
/// The plural that learners make of them, and what is meant.
std::string_view uncountable_of(std::string_view plural);

/// Minh, Nguyen, Trang: the shape of a Vietnamese syllable without its marks. Lower case.
bool vietnamese_syllable(std::string_view low);

/// Singular nouns that stand without an article in common phrases.
inline const Words kBareNouns(
    "patient flour style equal fashion home school work bed church class college university "
    "hospital prison jail town court sea "
    "breakfast lunch dinner supper brunch tea coffee noon midnight night dawn dusk sunset sunrise "
    "day today tomorrow yesterday tonight spring summer autumn winter fall part time place turn "
    "fun life nature society man woman mankind god heaven hell space television tv radio football "
    "soccer tennis basketball volleyball badminton baseball chess golf hockey rugby art science "
    "history math maths biology physics chemistry english bus car train plane bike bicycle taxi "
    "foot boat ship air land mail email phone internet fact fault favor favour head president king "
    "queen captain chairman mayor manager director number page chapter line room gate step level "
    "grade unit lesson mom mum dad mother father mama papa grandma grandpa grandmother grandfather "
    "aunt uncle sir madam doctor professor teacher fear love hope need point care control charge "
    "debt danger order trouble public private future past present addition case example instance "
    "average detail general particular theory practice reality truth person self somebody "
    "something nothing everything anything morning evening afternoon week month year weekend "
    "monday tuesday wednesday thursday friday saturday sunday cash credit change chance peace war "
    "death birth age youth childhood marriage divorce sleep rest exercise sport training cancer "
    "flu paper glass wood stone metal plastic gold silver fire water light food meat fish chicken "
    "fruit cake ice cream chocolate pizza cheese bread speech thought success failure growth "
    "travel dark sight touch taste smell sound contact support use access attention time kind "
    "sort type more less enough enemy gas oil energy power culture language education tourism "
    "business industry trade travel government parliament congress everyone anyone someone");

/// People by what they do: "is doctor" lacks its article even where others might not.
inline const Words kProfessions(
    "doctor teacher student engineer nurse lawyer farmer worker driver writer singer actor actress "
    "artist dentist accountant architect waiter waitress cook chef policeman policewoman soldier "
    "scientist journalist musician dancer pilot secretary salesman businessman businesswoman "
    "housewife manager director professor plumber electrician carpenter mechanic builder "
    "programmer designer photographer baker butcher tailor hairdresser librarian pharmacist "
    "firefighter shopkeeper tourist guide translator interpreter fisherman veterinarian vet "
    "reporter editor painter player footballer boxer model boss clerk cashier receptionist "
    "stewardess pupil beginner vegetarian orphan widow bachelor");

inline const Words kLanguages(
    "english vietnamese french chinese japanese korean german russian spanish italian");
inline const Words kLands(
    "vietnam japan china thailand france england korea america germany russia italy laos cambodia "
    "singapore australia india canada");
inline const Words kMonths(
    "january february march april may june july august september october november december");
inline const Words kHowOften("always usually often sometimes never rarely seldom also");
inline const Words kQuestionWords("what where when why how who which");
inline const Words kPastTime("yesterday ago");
/// "last" and "this" before these tell a time.
inline const Words kTimeNouns(
    "night week month year summer winter spring autumn weekend monday tuesday wednesday thursday "
    "friday saturday sunday morning afternoon evening january february march april may june july "
    "august september october november december century decade semester term holiday");
inline const Words kSpans(
    "second seconds minute minutes hour hours day days week weeks month months year years decade "
    "decades century centuries");

/// Adjectives in -ing / -ed: what causes the feeling, and who has it.
inline const Words kStative(
    "know believe understand want need like love hate prefer own belong contain seem remember "
    "forget agree mean cost consist depend deserve");

}  // namespace lexi::ml::grammar
