package dev.hitlai.aitester.audit;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells languages apart by their commonest little words, and by script. It answers only when it is
 * sure, which takes a sentence or two.
 */
final class Languages {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Map<String, Set<String>> LITTLE_WORDS =
      Map.ofEntries(
          words(
              "en",
              "the of and to a in is that it for was on are as with his they at be this from have"
                  + " or by one had not but what all were when we there can an your which their if"
                  + " will each about how up out them then she many some so these would into has"
                  + " her two no means english you he its who been also than other where get does"),
          words(
              "de",
              "der die das und ist nicht ein eine einen einem einer zu den dem des mit von auf für"
                  + " im sich auch es an werden aus er hat dass sie nach wird bei um am sind noch"
                  + " wie über zum zur haben nur oder aber vor bis mehr durch wir ihr ihre kann"
                  + " wenn unter man sehr ich hier wurde alle vom als"),
          words(
              "nl",
              "de het een en van ik te dat die in is niet zijn op aan met als voor er maar om hem"
                  + " dan zou of wat mijn dit zo door over ze zich bij ook tot je mij uit der daar"
                  + " haar naar heb hoe heeft hebben deze nog zal wij hij ging wordt geen wordt"
                  + " worden kan meer alle naar deze u bent uw ons onze"),
          words(
              "fr",
              "le la les de des du un une et est pas que qui dans pour sur avec ce cette ces il"
                  + " elle nous vous ils sont au aux par plus ne se en ou mais son sa ses leur"
                  + " comme être avoir fait ont été tout tous très bien peut même aussi où sans"
                  + " votre vos notre nos je à d'un qu'il c'est l'on dont ainsi"),
          words(
              "es",
              "el la los las de del un una y es no que en por para con se lo su sus al como más"
                  + " pero este esta estos estas son ha han muy ya todo todos también fue ser hay"
                  + " sobre entre cuando donde desde nos le les yo tu mi si sin puede está nuestro"
                  + " nuestra usted hasta porque cada otro"),
          words(
              "it",
              "il lo la i gli le di del della dei delle un una e è non che in per con si su al alla"
                  + " come più ma questo questa sono ha hanno anche nel nella da dal dalla ci se"
                  + " suo sua loro essere tutto tutti molto o quando dove noi voi mi ti può ogni"
                  + " nostro nostra perché senza ai alle degli"),
          words(
              "pt",
              "o a os as de do da dos das um uma e é não que em por para com se no na nos nas ao à"
                  + " mais mas como este esta seu sua são tem foi ser há muito já também você ele"
                  + " ela nós eu quando onde pelo pela até sem sobre entre está isso todos pode"),
          words(
              "da",
              "og i at det er en til på af de for den der med ikke som et har jeg vi du han hun kan"
                  + " fra om men så var blev ved også eller efter skal vil sig dem deres hvor når"
                  + " være bliver meget mere alle op ud ind over under os din dit"),
          words(
              "sv",
              "och i att det är en som på för av den med till inte har de ett om jag vi du han hon"
                  + " kan från men så var blev vid också eller efter ska vill sig dem deras när"
                  + " vara blir mycket mer alla upp ut in över under oss din ditt många sina"),
          words(
              "fi",
              "ja on ei se että hän oli mutta kun niin myös ovat kuin joka tai sen sekä jos vain"
                  + " ole olla mitä tämä tässä nyt voi hyvin minä sinä me te he jo ne kaikki sitten"
                  + " vielä mukaan sitä joita ollut olisi tulee"),
          words(
              "pl",
              "i w na z do nie się że jest to o jak po co tak za od przez dla są ale czy tylko może"
                  + " było tym jego jej ich który która które przy już być ten ta oraz bardzo gdy"
                  + " lub nas was"),
          words(
              "cs",
              "a se na v je že to s z do o i k ve pro jsem jako po by tak ale jeho za jsou od co"
                  + " která který které při také když už nebo jen být si má kde až ze byl bylo"),
          words(
              "hu",
              "a az és hogy nem is egy van ez meg de csak volt mint ha már még el ki be fel le vagy"
                  + " lehet itt ott kell minden aki ami mert nagyon pedig után ezt azt"),
          words(
              "tr",
              "ve bir bu da de için ile çok olarak daha gibi olan ne o kadar sonra var en ama her"
                  + " ya ki mi değil ben sen biz siz onlar olduğu tarafından bunu şu veya ise"),
          words(
              "ro",
              "și în de la a cu pe nu este că o un care din mai pentru se sunt ce au fost dar să al"
                  + " ale lui fi sau prin după când foarte acest această noi voi ei"));

  /** Languages that share too many words to be told apart by them. */
  private static final List<Set<String>> KIN =
      List.of(
          Set.of("da", "no", "nb", "nn", "sv"), Set.of("cs", "sk"), Set.of("pt", "gl", "es", "ca"));

  private static final Map<UnicodeScript, Set<String>> SCRIPTS =
      Map.of(
          UnicodeScript.CYRILLIC, Set.of("ru", "uk", "bg", "sr", "be", "mk", "kk", "mn", "ky"),
          UnicodeScript.GREEK, Set.of("el", "grc"),
          UnicodeScript.HEBREW, Set.of("he", "yi", "iw"),
          UnicodeScript.ARABIC, Set.of("ar", "fa", "ur", "ps", "ku", "ug", "sd"),
          UnicodeScript.HAN, Set.of("zh", "ja", "yue", "wuu", "ko"),
          UnicodeScript.HANGUL, Set.of("ko"),
          UnicodeScript.THAI, Set.of("th"),
          UnicodeScript.DEVANAGARI, Set.of("hi", "mr", "ne", "sa"));

  private Languages() {}

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, Set.copyOf(new java.util.HashSet<>(List.of(words.split(" ")))));
  }

  /**
   * The language of a text when it surely isn't the declared one.
   *
   * @param declared a primary subtag in any case
   * @param evidence how many of its little words the text must hold at least
   * @return a primary subtag; empty when the text may well be in the declared language
   */
  static Optional<String> insteadOf(String declared, String text, int evidence) {
    var claimed = declared.toLowerCase(Locale.ROOT);
    var script = foreignScript(claimed, text);
    if (script.isPresent()) {
      return script;
    }
    var counts = counts(text);
    var best = counts.entrySet().stream().max(Map.Entry.comparingByValue());
    if (best.isEmpty() || best.get().getValue() < evidence || kin(claimed, best.get().getKey())) {
      return Optional.empty();
    }
    long words = WORD.matcher(text).results().count();
    var little = LITTLE_WORDS.getOrDefault(best.get().getKey(), Set.of());
    long met =
        WORD.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .filter(word -> little.contains(word.group()))
            .count();
    int needed = LITTLE_WORDS.containsKey(claimed) ? 2 * counts.getOrDefault(claimed, 0) + 1 : 5;
    boolean much = met * 5L >= words; // Names and quotes hold a few by chance.
    return much && best.get().getValue() >= needed
        ? Optional.of(best.get().getKey())
        : Optional.empty();
  }

  /** Whether a text is in a language beyond doubt. */
  static boolean isSurely(String language, String text, int evidence) {
    var counts = counts(text);
    int own = counts.getOrDefault(language.toLowerCase(Locale.ROOT), 0);
    int next =
        counts.entrySet().stream()
            .filter(entry -> !kin(language, entry.getKey()))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    return own >= evidence && own >= 2 * next;
  }

  private static boolean kin(String one, String other) {
    return one.equals(other)
        || KIN.stream().anyMatch(family -> family.contains(one) && family.contains(other));
  }

  /** How many words of a text are little words of each language; different words only. */
  private static Map<String, Integer> counts(String text) {
    var words =
        WORD.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .map(java.util.regex.MatchResult::group)
            .collect(Collectors.toSet());
    var counts = new HashMap<String, Integer>();
    LITTLE_WORDS.forEach(
        (language, little) -> {
          int count = (int) words.stream().filter(little::contains).count();
          if (count > 0) {
            counts.put(language, count);
          }
        });
    return counts;
  }

  private static Optional<String> foreignScript(String claimed, String text) {
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    if (letters.length < 12) {
      return Optional.empty();
    }
    for (var script : SCRIPTS.entrySet()) {
      long share =
          Arrays.stream(letters).filter(c -> UnicodeScript.of(c) == script.getKey()).count();
      if (share * 10 > letters.length * 7L
          && !script.getValue().contains(claimed)
          && (LITTLE_WORDS.containsKey(claimed) || inOtherScript(claimed, script.getKey()))) {
        return script.getValue().stream().sorted().findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean inOtherScript(String language, UnicodeScript script) {
    return SCRIPTS.entrySet().stream()
        .anyMatch(other -> other.getKey() != script && other.getValue().contains(language));
  }
}
