package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How near the words of a wish bring a value to a field, by its label and what it asks for. */
final class Anchors {
  /** A place where the wish speaks of a field, and how surely. */
  private record Anchor(int start, int end, double weight) {}

  private static final Pattern LINKING =
      Pattern.compile(
          "(?i)[\\s:=\\-–]*(?:\\b(?:is|are|was|be|to|as|of|at|should|must|shall|will|now|reads?|the|a|an|my|your|his|her|their|its|called|named|with|from|set|equals?|number|text|field|box|into|in|on|for|stands?|has|have|says?|instead|about|only|up|by|roughly|exactly|euros?|value|word|new)\\b[\\s:=]*)*");
  private static final Pattern BACK =
      Pattern.compile(
          "(?i)\\s*(?:\\b(?:as|for|in|into|under|on|of)\\b\\s*)?(?:(?:the|your|my|his|her|their|its|a|an|small|large|full|new)\\s+)?");
  private static final Pattern BREAK = Pattern.compile("[,;]|[.!?] ");

  private final String words;

  Anchors(String words) {
    this.words = words;
  }

  /** 3 for words side by side, less the further they are apart, 0 when nothing ties them. */
  double tie(Mention value, Slot slot) {
    double best = Math.max(cue(value, slot.meaning(), slot.name()), unit(value, slot));
    for (var anchor : anchors(slot.name())) {
      best = Math.max(best, anchor.weight() * nearness(anchor, value));
    }
    return best;
  }

  /** "96 euros" where a field says that it is in EUR. */
  private double unit(Mention value, Slot slot) {
    var around = words.substring(0, value.start()) + "#" + words.substring(value.end());
    return value.kind() == Mention.Kind.NUMBER && Amounts.isInUnit(slot.label(), around) ? 2.7 : 0;
  }

  private double nearness(Anchor anchor, Mention value) {
    if (anchor.start() < value.end() && value.start() < anchor.end()) {
      return 0;
    }
    boolean before = anchor.end() <= value.start();
    var gap =
        before
            ? words.substring(anchor.end(), value.start())
            : words.substring(value.end(), anchor.start());
    if (before && LINKING.matcher(gap).matches()) {
      return 3;
    }
    if (!before && BACK.matcher(gap).matches()) {
      return 2.9;
    }
    double apart = Words.plain(gap).size() + 2.5 * BREAK.matcher(gap).results().count();
    return (before ? 1.6 : 1.4) / (1 + 0.3 * apart);
  }

  private List<Anchor> anchors(String label) {
    var found = new ArrayList<Anchor>();
    if (label.isBlank()) {
      return found;
    }
    places(label).forEach(place -> found.add(new Anchor(place[0], place[1], 1)));
    if (found.isEmpty()) {
      var parts =
          Words.plain(label).stream()
              .filter(word -> word.length() > 2 && !Words.concepts(word).isEmpty())
              .toList();
      for (var part : parts) {
        double weight = parts.size() == 1 ? 0.95 : 0.55 + 0.3 / parts.size();
        for (var place : places(part)) {
          found.add(new Anchor(place[0], place[1], weight));
        }
      }
    }
    return found;
  }

  /** Where some words stand, in singular or plural. */
  private List<int[]> places(String label) {
    var stems = new ArrayList<String>();
    for (var word : label.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        var stem = word.length() > 3 ? word.replaceFirst("(?:ren|ies|es|s|y)$", "") : word;
        stems.add(Pattern.quote(stem) + (word.length() > 3 ? "(?:ren|ies|es|s|y|ing|ed|e)?" : ""));
      }
    }
    return stems.isEmpty()
        ? List.of()
        : Pattern.compile(
                "(?i)(?<![\\p{L}\\p{N}])"
                    + String.join("[^\\p{L}\\p{N}]+", stems)
                    + "(?![\\p{L}\\p{N}])")
            .matcher(words)
            .results()
            .map(match -> new int[] {match.start(), match.end()})
            .toList();
  }

  /** What people say before or behind a value of a kind, without naming the field. */
  private double cue(Mention value, FieldMeaning meaning, String label) {
    var before = words.substring(0, value.start());
    var behind = words.substring(value.end());
    var lead = label.toLowerCase(Locale.ROOT);
    if (ends(before, leading(lead)) && lead.length() < 24) {
      return 2.6;
    }
    double address = address(value, meaning, before);
    if (address > 0) {
      return address;
    }
    if (meaning == FieldMeaning.AGE && behind.matches("(?is) ?(?:-| )?(?:years?|yrs?)\\b.*")) {
      return 2.8;
    }
    return ends(before, said(meaning)) && fits(value, meaning) ? 2.4 : 0;
  }

  /** The parts of an address are told by what they look like and by their order. */
  private static double address(Mention value, FieldMeaning meaning, String before) {
    return switch (meaning) {
      case STREET ->
          Wish.street(value.text()).isPresent()
                  || value.kind() == Mention.Kind.NAME && Wish.isStreet(value.text())
              ? 2.6
              : 0;
      case POSTCODE -> value.text().matches("\\d{4,6}|[A-Z]{1,2}\\d\\w? ?\\d[A-Z]{2}") ? 1.6 : 0;
      case CITY ->
          value.kind() == Mention.Kind.NAME && before.matches("(?s).*(?<!\\d)\\d{4,6},? $")
              ? 2.6
              : 0;
      default -> 0;
    };
  }

  private static boolean ends(String before, String said) {
    return !said.isEmpty()
        && before.matches("(?is).*(?<![\\p{L}])(?:" + said + ")[\\s:]*(?:(?:the|a|an) )?$");
  }

  private static boolean fits(Mention value, FieldMeaning meaning) {
    return switch (meaning) {
      case FULL_NAME, FIRST_NAME, LAST_NAME, CITY, COUNTRY ->
          value.kind() == Mention.Kind.NAME || value.kind() == Mention.Kind.QUOTED;
      case USER_NAME -> value.kind() != Mention.Kind.NUMBER && value.kind() != Mention.Kind.PHONE;
      default -> true;
    };
  }

  /** Words of direction that a label repeats: "From", "To", "At least". */
  private static String leading(String label) {
    if (label.matches(".*\\b(?:at least|min(?:imum)?|lowest|least|no less)\\b.*")) {
      return "at least|from|between|over|above|more than|minimum(?: of)?|no less than|starting at";
    }
    if (label.matches(".*\\b(?:at most|max(?:imum)?|highest|most|up to|no more)\\b.*")) {
      return "at most|up to|to|under|below|less than|no more than|maximum(?: of)?|and";
    }
    if (label.matches(".*\\b(?:from|origin|departure|start|leaving|depart)\\b.*")) {
      return "from|between|leaving|leave|start(?:ing)?(?: at| in| from)?|depart(?:ing)?(?: from)?";
    }
    if (label.matches(".*\\b(?:to|destination|arrival|going|recipient|until|end)\\b.*")) {
      return "to|until|till|towards|for";
    }
    return label.matches("where|(?:town|city|place|location|area|region)\\b.*")
        ? "in|to|near|at|around"
        : "";
  }

  private static String said(FieldMeaning meaning) {
    return switch (meaning) {
      case AGE -> "aged|age(?: of| is)?|turned|is|am";
      case CITY ->
          "lives? in|living in|based in|home in|moved to|comes? from|staying in|resident"
              + " of|in|from|near";
      case COUNTRY -> "lives? in|comes? from|citizen of|in|from|to";
      case FULL_NAME, FIRST_NAME, LAST_NAME ->
          "for|register|enrol|enroll|called|named|name"
              + " is|names|name|is|am|as|by|contact|add|invite|sign"
              + " up|book|signed|guest|person|member|friend|colleague|with|of";
      case USER_NAME -> "as|user|username|user name|account|login|called|named|nickname";
      case PHONE ->
          "phone|call(?:ed)?(?: on| at| under)?|reached"
              + " (?:on|at|under)|number|dial|ring|mobile|on|under";
      case EMAIL, EMAIL_AGAIN -> "to|at|by e-?mail(?: at)?|mail|e-?mail";
      case PASSWORD -> "password|passcode|pin|with|passphrase";
      case COUPON -> "voucher|coupon|code|redeem|use|apply|enter|with";
      case SUBJECT -> "subject|about|titled|title|headed|regarding|concerning";
      case MESSAGE ->
          "text|message|saying|says?|say|body|content|words?|comment|note|write|tell"
              + " (?:him|her|them)|that";
      case COMPANY -> "works? (?:at|for)|company|for|at|from|employed (?:at|by)|called";
      case STREET -> "lives? (?:at|in)|at|street|address(?: is)?|to";
      case POSTCODE -> "postcode|post code|zip(?: code)?";
      case QUANTITY -> "order|buy|get|want|need|take|like|quantity|add|put|pack|for";
      case ORDER_NUMBER -> "number|order|reference|booking|invoice|code|no\\.";
      default -> "";
    };
  }
}
