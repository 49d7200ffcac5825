package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is spoken of, opening what may hold it, and types it or keeps it in mind. */
final class ReadJob implements Job {
  private static final int MOST_OPENINGS = 10;
  private static final int MOST_WAITS = 4;
  private static final String RISKY =
      "(?i).*\\b(?:submit|ok|cancel|delete|send|save|buy|pay|confirm|reset|close|done|finish|continue|next|back|connect|unlock|call|tell|check|answer|log"
          + " in|sign)\\b.*";

  /** What only has to be copied from the page. */
  private static final String SHOWN =
      "(?i)(?:text|words?|letters|characters|code) (?:below|above|shown)\\b.*";

  private final List<String> about;
  private final Target field;
  private final boolean only;
  private final Set<Integer> opened = new HashSet<>();
  private final Explorer explorer = new Explorer();
  private boolean typed;
  private @org.jspecify.annotations.Nullable Job boxes;
  private int waits;
  private int openings;

  /**
   * @param about what the clauses spoke of, the last the nearest
   * @param only whether it is kept in mind only
   */
  ReadJob(List<String> about, Target field, boolean only) {
    this.about = about;
    this.field = field;
    this.only = only;
  }

  @Override
  public Turn turn(Sight now) {
    if (typed) {
      return boxes == null ? Turn.done() : boxes.turn(now);
    }
    var words = String.join(" ", about);
    var target = only ? Optional.<Thing>empty() : target(now);
    var known = now.notes().value();
    var value = known.isBlank() ? read(now) : Optional.of(known);
    if (value.isPresent() && (only || target.isPresent())) {
      typed = true;
      now.notes().remember(value.get());
      boxes = only ? null : SignBoxes.job(value.get(), now).orElse(null);
      if (boxes != null) {
        return boxes.turn(now);
      }
      return only ? Turn.done() : Fields.set(target.get(), value.get(), now);
    }
    return likely(now, Words.concepts(words))
        .or(() -> search(now))
        .or(() -> wait(now))
        .or(() -> openings++ < MOST_OPENINGS ? explorer.reveal(now) : Optional.empty())
        .orElseGet(() -> Turn.stuck("the page does not say " + about.getLast()));
  }

  /** On the page, else in what it showed before. */
  private Optional<String> read(Sight now) {
    var nearest = about.getLast();
    var words = about.size() > 1 ? about.get(about.size() - 2) + " " + nearest : nearest;
    var whole = String.join(" ", about);
    return about.reversed().stream()
        .map(one -> worked(one, now))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Reading.of(words, now))
        .or(() -> Reading.of(whole, now))
        .or(() -> Reading.in(words, now.notes().seen()))
        .map(found -> found.matches("\\d[\\d ]*\\d") ? found.replace(" ", "") : found);
  }

  private static Optional<String> worked(String words, Sight now) {
    var bare =
        words.replaceFirst(
            "(?i)^(?:find(?: out)?|determine|calculate|work out|see|look"
                + " (?:up|for|at)|read|get|note(?: down)?|check|the) ",
            "");
    return TableLookUp.inTable(bare, now)
        .or(
            () ->
                Values.worked(bare, new Clauses(List.of(bare), List.of()), now)
                    .filter(found -> found.matches(".*\\d.*") || bare.matches(SHOWN)));
  }

  private Optional<Thing> target(Sight now) {
    var fields =
        now.fields().stream()
            .filter(Thing::takesText)
            .filter(f -> !f.type().equals("search") && !f.role().equals("searchbox"))
            .toList();
    var words = field.words() + " " + String.join(" ", about);
    return now.finder()
        .field(field, f -> fields.contains(f))
        .filter(f -> !field.isNameless())
        .or(
            () ->
                fields.stream()
                    .max(
                        Comparator.comparingDouble(
                                (Thing f) -> Words.coverage(words, BriefJob.label(f, now)))
                            .thenComparing(f -> f.value().isBlank() ? 1 : 0)
                            .thenComparing(f -> -f.order())));
  }

  /** Something to open that the words speak of. */
  private Optional<Turn> likely(Sight now, Set<String> said) {
    boolean help =
        String.join(" ", about)
            .matches("(?is).*\\b(?:help|question mark|hint|tooltip|tip|info)\\b.*");
    return now.matching(t -> t.isPressable() && !t.isField() && !t.node().disabled())
        .filter(t -> t.label().length() < 60 && !opened.contains(t.node().ref()))
        .filter(
            t ->
                !t.label().matches(RISKY)
                    || t.label().matches("(?i).*\\b(?:show|reveal|open)\\b.*"))
        .filter(t -> score(t, said, help) > 0)
        .max(
            Comparator.comparingDouble((Thing t) -> score(t, said, help))
                .thenComparing(t -> -t.order()))
        .map(
            t -> {
              opened.add(t.node().ref());
              return Turn.press(now, t, "it may say what is looked for");
            });
  }

  private static double score(Thing thing, Set<String> said, boolean help) {
    var label = thing.label() + " " + thing.node().name();
    var concepts = Words.concepts(label);
    double shared = concepts.stream().filter(said::contains).count();
    boolean sign =
        thing.text().matches("[?ℹⓘi]") || label.matches("(?i).*\\b(?:help|info|hint)\\b.*");
    boolean reveals = label.matches("(?i).*\\b(?:show|reveal|view|display)\\b.*");
    return shared / (1 + 0.1 * concepts.size()) + (help && sign ? 3 : 0) + (reveals ? 0.5 : 0);
  }

  /** A name to look up where one can search for it. */
  private Optional<Turn> search(Sight now) {
    var name =
        Wish.of(new Clauses(about, List.of()), about.size()).mentions().stream()
            .filter(one -> one.kind() == Mention.Kind.NAME || one.kind() == Mention.Kind.CODE)
            .findFirst();
    return name.flatMap(
        one ->
            now.fields().stream()
                .filter(f -> f.takesText() && f.value().isBlank())
                .filter(
                    f ->
                        f.type().equals("search")
                            || f.role().equals("searchbox")
                            || BriefJob.label(f, now)
                                .matches("(?i).*\\b(?:search|find|look ?up|filter)\\b.*"))
                .filter(f -> opened.add(f.node().ref()))
                .findFirst()
                .map(f -> Fields.set(f, one.text(), now)));
  }

  private Optional<Turn> wait(Sight now) {
    return waits++ < MOST_WAITS
        ? Optional.of(
            Turn.act(new Action.Await(Duration.ofMillis(250)), "it may be shown in a moment"))
        : Optional.empty();
  }
}
