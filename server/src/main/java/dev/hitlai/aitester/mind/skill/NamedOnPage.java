package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Its code", "the word that appears", "the reservation shown on the page", "the third line of the
 * list": read where the page says it.
 */
final class NamedOnPage implements Values.Answer {
  private static final Pattern NEWLY =
      Pattern.compile(
          "(?i)^(?:the |a )?(.+?) (?:that |which )?(?:(?:then )?appears?|appeared|comes? up|came"
              + " up|is (?:then |now )?(?:shown|revealed|displayed|hidden)|shows? up|you"
              + " (?:find|see|get)|pops up|becomes visible)(?: .*)?$");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?i)^(?:the |a )?(.+?) (?:that is |which is |that's"
              + " )?(?:(?:shown|displayed|given|printed|written|found|listed|mentioned|stated|hidden|visible|you"
              + " see|that you see)(?: .*)?|above|below|on (?:the|this)"
              + " (?:page|screen|card|ticket|label|note)|from the(?: \\p{L}+)?"
              + " (?:page|text|card|note|message|e-?mail|mail|sms|dialog|pop-?up)|in"
              + " (?:it|there|the (?:text|message|note|dialog|pop-?up|section|box|panel|tab)))$");
  private static final Pattern OWNED = Pattern.compile("(?i)^(?:its|their|his|her|that)\\s+(.+)$");
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)^(?:the )?(?:text of |words of |content of )?(?:the"
              + " )?(?:(line|entry|item|paragraph|sentence|row|step|point|verse) (?:number |no\\."
              + " ?)?(\\d+)|(.*?\\b(?:\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\\b)"
              + " (line|entry|item|paragraph|sentence|row|step|point|verse))\\b.*$");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (phrase.matches(".*Q\\d.*")) {
      return Optional.empty();
    }
    var line = LINE.matcher(phrase.strip());
    if (line.matches()) {
      int ordinal =
          line.group(2) != null
              ? Integer.parseInt(line.group(2))
              : Texts.ordinal(line.group(3)).orElse(1);
      return line(ordinal, line.group(1) != null ? line.group(1) : line.group(4), now);
    }
    var owned = OWNED.matcher(phrase.strip());
    if (owned.matches()) {
      return ofSubject(owned.group(1), now).or(() -> labelled(owned.group(1), now));
    }
    var newly = NEWLY.matcher(phrase.strip());
    if (newly.matches()) {
      return labelled(newly.group(1), now)
          .filter(found -> now.notes().isNew(found))
          .or(() -> now.notes().newest())
          .or(() -> labelled(newly.group(1), now));
    }
    var shown = SHOWN.matcher(phrase.strip());
    return shown.matches() ? labelled(shown.group(1), now) : Optional.empty();
  }

  private static Optional<String> ofSubject(String label, Sight now) {
    var subject = now.notes().subject();
    return subject.isBlank() ? Optional.empty() : TableLookUp.cell(subject, label, now);
  }

  /** "The code of this section is 482", "Code: 482", or what stands behind the word. */
  static Optional<String> labelled(String label, Sight now) {
    var bare = label.replaceFirst("(?i)^(?:secret |hidden |whole |full |exact )+", "").strip();
    var said =
        Pattern.compile(
            "(?i)\\b"
                + Pattern.quote(bare)
                + "\\b(?:[^.:=]{0,40}?\\b(?:is|are|reads?|says?|was)\\b:?|\\s*[:=])\\s*[\"“'‘]?([^\\s\"”'’](?:[^\"”]*?[^\\s.,;!\"”'’])?)[\"”'’]?\\s*[.!]?$");
    return now.shortTexts().stream()
        .filter(text -> text.length() < 200)
        .map(said::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(match -> match.group(1))
        .findFirst()
        .or(() -> before(bare, now))
        .or(() -> inside(bare, now))
        .or(() -> TableLookUp.neighbour(bare, now));
  }

  /** "482113 is your code". */
  private static Optional<String> before(String label, Sight now) {
    var said =
        Pattern.compile(
            "(?i)(?<![\\p{L}\\d])((?=\\S*\\d)[\\p{L}\\d-]{3,}) (?:is|as) (?:your|the|my|our)"
                + " (?:\\p{L}+ ){0,2}?"
                + Pattern.quote(label)
                + "\\b");
    return now.shortTexts().stream()
        .filter(text -> text.length() < 200)
        .map(said::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(match -> match.group(1))
        .findFirst();
  }

  /** "Reservation <b>xyz</b>": the word and its value in one line. */
  private static Optional<String> inside(String label, Sight now) {
    return now.matching(t -> !t.isField() && Texts.same(t.own(), label))
        .flatMap(t -> t.children().stream())
        .filter(t -> !t.own().isBlank() && !t.isField() && !t.isPressable())
        .map(Thing::own)
        .findFirst();
  }

  private static Optional<String> line(int ordinal, String unit, Sight now) {
    var lines =
        switch (unit) {
          case "paragraph" -> now.matching(t -> t.tag().equals("p")).map(Thing::text).toList();
          case "sentence" ->
              now.lines().stream()
                  .filter(text -> text.contains(". "))
                  .findFirst()
                  .map(text -> java.util.List.of(text.split("(?<=[.!?])\\s+")))
                  .orElse(java.util.List.of());
          default -> entries(now);
        };
    int index = ordinal < 0 ? lines.size() - 1 : ordinal - 1;
    return index >= 0 && index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }

  private static java.util.List<String> entries(Sight now) {
    var items =
        now.matching(t -> t.tag().equals("li") || t.role().equals("listitem"))
            .map(Thing::text)
            .toList();
    if (!items.isEmpty()) {
      return items;
    }
    return now
        .matching(t -> t.hasWords() && !t.isField() && !t.role().equals("button"))
        .map(ItemList::around)
        .max(java.util.Comparator.comparingInt(java.util.List::size))
        .orElse(java.util.List.of())
        .stream()
        .map(Thing::text)
        .toList();
  }
}
