#pragma once
// Wide lists of everyday words by what they surely are, where the tagger cannot be trusted with a
// learner's sentence and the dictionary allows a word nearly everything.
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {

/// Base forms that everyone learns as verbs first.
inline const Words kCommonVerbs(
    "accept achieve add admit admire advise afford agree allow answer appear apologize apply argue "
    "arrive ask attend avoid bake bark become begin believe belong borrow break bring build burn "
    "buy call carry catch cause change chat check choose clean climb close collect come compare "
    "complain complete consider contain continue cook cost cry cut dance decide deliver depend "
    "describe destroy develop die disagree discover discuss draw dream dress drink drive drop earn "
    "eat encourage enjoy enter escape exercise expect explain fail fall feed feel fight fill find "
    "finish fix fly follow forget forgive get give go grow guess happen hate hear help hide hit "
    "hold hope hurt imagine improve include increase introduce invite join jump keep kick kill "
    "know laugh learn leave lend let lie like listen live look lose love make marry mean meet mind "
    "miss move need notice obey offer open order own paint park pass pay plan plant play practise "
    "practice prefer prepare pretend prevent produce promise pronounce protect provide pull push "
    "put rain reach read realize receive recommend reduce refuse relax remember remind rent repair "
    "repeat reply rescue respect return ride ring rise run save say see seem sell send serve share "
    "shine shout show sing sit skip sleep smell smile smoke solve speak spell spend stand start "
    "stay steal stop study succeed suggest support surf swim take talk taste teach tell thank "
    "think throw tidy touch train translate travel try turn type understand use visit wait wake "
    "walk want warn wash waste watch wear win wish work worry write");

/// Nouns that can be counted and mean one thing or one person in the singular.
inline const Words kCountable(
    "accident accountant activity actor actress address adult advantage aeroplane airport album "
    "animal answer apartment apple appointment architect army article artist aunt baby bag bakery "
    "balcony ball balloon banana band bank basket bathroom battery beach bear bed bedroom bee "
    "bicycle bike bill bird birthday blanket boat book bookshop boss bottle bowl box boy boyfriend "
    "branch bridge broom brother brush bucket building bus business businessman butterfly button "
    "cafe café cake calendar camera candle candidate car card career carrot cartoon castle cat "
    "ceiling chair chapter character child church cigarette cinema circle citizen city class "
    "classmate classroom clerk clock cloud club coat coin colleague comb comic company competition "
    "computer concert condition contest conversation cook corner country couple course cousin cow "
    "crocodile crowd culture cup cupboard curtain customer customer dancer daughter decision "
    "dentist desk dictionary difference dinosaur director disadvantage disease dish doctor dog "
    "doll door dragon drawer dream dress driver duck ear egg elephant email emperor employee "
    "engineer envelope error essay event exam examination example exercise expert eye factory fan "
    "farm farmer father festival film finger fireman flag flat flood floor florist flower "
    "fly forest fork friend frog game garden garage gift girl girlfriend glove goal goat "
    "grandfather grandmother grandson group guest guide guitar gym habit hamburger hat headache "
    "helicopter helmet hen hero hill hobby hole holiday horse hospital hotel hour house housewife "
    "husband idea illness island jacket job joke journalist journey key kilo kilometer kilometre "
    "king kitchen kitten knife lake lamp language laptop lawyer leader leaf lemon lesson letter "
    "library lie lion liter litre lock lorry man manager mango map market mask match meal mechanic "
    "medal meeting member message meter metre minute mirror mistake model moment monkey month "
    "monument mosquito mother motorbike mountain mouse mouth movie museum musician nail neck "
    "necklace neighbor neighbour nephew newspaper niece nose notebook noun novel number nurse "
    "object office officer onion opinion orange page painter painting palace parcel parent park "
    "parrot part partner party passenger passport path pen pencil performance person phone photo "
    "photograph photographer phrase pianist piano picture pig pillow pilot pineapple place plan "
    "plane planet plate player pocket poem poet policeman politician pool postcard poster potato "
    "prize problem professor program programme programmer project pupil puppy purse question queen "
    "rabbit reason recipe reporter report restaurant result ring river road robot "
    "roof room rose rule ruler sandwich scarf schedule school scientist score sculpture season "
    "seat secret secretary sentence shelf shirt shoe shop shopkeeper shower sign singer sister "
    "skill skirt snake sock sofa soldier solution son song speaker spider spoon square "
    "stadium staircase stamp star station stomach store storm story stranger street student "
    "subject suggestion suit suitcase supermarket sweater swimmer symptom table tail talent task "
    "taxi teacher team teenager telephone temple test theater theatre thief thing thumb ticket "
    "tiger tip title toilet tomato tool tooth toothbrush topic tour tourist towel tower town toy "
    "tradition train trip truck uncle umbrella uniform university user vacation valley vegetable "
    "vehicle verb victim view village violin visitor volcano volunteer waiter waitress wall wallet "
    "watch website wedding weekend wheel wife window winner woman word worker writer year zebra "
    "zoo");

/// Adjectives that stand behind "be" and, but for a few, are nothing else.
inline const Words kPredicates(
    "able absent afraid alive alone amazing ancient angry anxious ashamed asleep attractive "
    "available awake aware awful bad beautiful big boring bored brave brilliant busy calm careful "
    "careless certain charming cheap cheerful clever cold comfortable common confident confused "
    "convenient correct crazy creative crowded cruel curious cute dangerous dark dead deep "
    "delicious different difficult dirty disappointed easy effective elegant embarrassed empty "
    "enormous enthusiastic excellent excited exciting exhausted expensive familiar famous "
    "fantastic far fashionable fat favourite fluent fond friendly frightened full funny generous "
    "gentle glad good gorgeous grateful great greedy guilty handsome happy hard-working "
    "hardworking harmful healthy heavy helpful high homesick honest horrible hot huge humid hungry "
    "ill important impossible independent intelligent interested interesting jealous kind large "
    "late lazy lonely long loud lovely lucky mad married modern narrow naughty necessary nervous "
    "new nice noisy old painful patient peaceful polite polluted poor popular possible pregnant "
    "pretty proud quiet rainy ready relaxed reliable rich right rude sad safe satisfied scared "
    "selfish serious shy sick similar simple sleepy slim slow small smart sociable sorry special "
    "spicy strange strict strong stupid successful suitable sunny sure surprised sweet talented "
    "talkative tall tasty terrible thin thirsty tired traditional true ugly unhappy upset useful "
    "useless warm weak wet wide wonderful worried wrong young");

/// Men or women, for what is said of them later in the sentence.
inline const Words kFemale(
    "mother sister mom mum aunt grandmother grandma wife daughter girlfriend niece girl woman "
    "queen actress waitress");
inline const Words kMale(
    "father brother dad uncle grandfather grandpa husband son boyfriend nephew boy man king actor "
    "waiter");
/// People, one of them.
inline const Words kPerson(
    "mother sister mom mum aunt grandmother wife daughter girlfriend niece girl woman father "
    "brother dad uncle grandfather husband son boyfriend nephew boy man friend cousin teacher "
    "student neighbour neighbor classmate boss colleague roommate doctor nurse child baby person "
    "driver worker farmer manager customer tourist singer partner guest visitor lady guy "
    "engineer lawyer scientist player");

}  // namespace lexi::ml::grammar
