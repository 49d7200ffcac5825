package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The controls of a page that do what is asked for, under whatever name. */
final class Controls {
  private static final double LEAST = 0.5;
  private static final Map<String, List<String>> LOOSE =
      Map.ofEntries(
          Map.entry(
              "get", List.of("buy", "book", "order", "take", "add", "choose", "reserve", "select")),
          Map.entry("find", List.of("open", "details", "show", "view")),
          Map.entry("take", List.of("choose", "select", "book", "add", "buy")),
          Map.entry("book", List.of("reserve", "choose", "select", "buy", "request")),
          Map.entry("reserve", List.of("book", "choose", "select", "request", "borrow")),
          Map.entry("rent", List.of("book", "reserve", "hire", "choose", "select")),
          Map.entry("hire", List.of("book", "reserve", "rent", "choose", "select")),
          Map.entry("borrow", List.of("reserve", "request", "lend", "loan")),
          Map.entry("buy", List.of("add", "order", "purchase", "choose", "select")),
          Map.entry("order", List.of("add", "buy", "choose", "select")),
          Map.entry("end", List.of("cancel", "stop", "terminate", "quit", "unsubscribe")),
          Map.entry("stop", List.of("cancel", "end", "pause", "unsubscribe")),
          Map.entry(
              "cancel", List.of("end", "stop", "unsubscribe", "withdraw", "delete", "remove")),
          Map.entry("postpone", List.of("reschedule", "move", "change", "edit")),
          Map.entry("reschedule", List.of("move", "change", "edit", "postpone")),
          Map.entry("move", List.of("reschedule", "change", "edit")),
          Map.entry("correct", List.of("edit", "change", "modify", "update", "fix")),
          Map.entry("fix", List.of("edit", "change", "correct")),
          Map.entry("update", List.of("edit", "change", "modify")),
          Map.entry("adjust", List.of("edit", "change", "modify")),
          Map.entry("amend", List.of("edit", "change", "modify")),
          Map.entry("sign", List.of("register", "enrol", "join", "sign up", "book")),
          Map.entry("register", List.of("sign up", "enrol", "join")),
          Map.entry("enrol", List.of("sign up", "register", "join")),
          Map.entry("join", List.of("sign up", "register", "enrol")),
          Map.entry("silence", List.of("mute")),
          Map.entry("hide", List.of("mute", "archive")),
          Map.entry("lend", List.of("borrow", "reserve")),
          Map.entry("pay", List.of("settle", "checkout")),
          Map.entry("complete", List.of("done", "finish", "mark")),
          Map.entry("cast", List.of("vote")),
          Map.entry("return", List.of("send back", "give back", "bring back", "request return")),
          Map.entry("submit", List.of("hand in", "send")),
          Map.entry("write", List.of("reply", "message", "comment", "contact")),
          Map.entry("message", List.of("contact", "write", "chat")),
          Map.entry("put", List.of("add", "save", "move")),
          Map.entry("mark", List.of("flag", "star", "done")));

  private Controls() {}

  /** Those of one name that fit the deeds best; several when each entry has its own. */
  static List<Thing> of(Errand errand, Sight now) {
    var groups = new LinkedHashMap<String, List<Thing>>();
    for (var thing : candidates(now)) {
      groups.computeIfAbsent(called(thing), key -> new ArrayList<>()).add(thing);
    }
    groups.values().removeIf(group -> group.size() < 2 && !isUsable(group.getFirst()));
    double best = 0;
    List<Thing> found = List.of();
    for (var group : groups.values()) {
      double fit =
          isQuoted(errand, group)
              ? 1.1
              : errand.strongDeeds().stream()
                  .mapToDouble(deed -> fit(deed, group.getFirst()))
                  .max()
                  .orElse(0);
      if (fit > best) {
        best = fit;
        found = group;
      }
    }
    return best >= LEAST ? found : List.of();
  }

  /** "Answer it with “Maybe”": what each of several entries offers. */
  private static boolean isQuoted(Errand errand, List<Thing> group) {
    return group.size() > 1
        && group.getFirst().isPressable()
        && errand.clauses().quotations().stream()
            .anyMatch(quoted -> Texts.same(group.getFirst().label(), quoted));
  }

  /** A picture without words is called by what it shows. */
  private static String called(Thing thing) {
    var label = Texts.plain(thing.label().replaceAll("(?<=^\\W{1,3})\\s*\\d+$", ""));
    return label.isBlank()
        ? "picture " + thing.own().replaceAll("\\d", "") + thing.node().hint()
        : label;
  }

  /** Something short on the last word of a page may listen without looking like it. */
  private static boolean isUsable(Thing thing) {
    return thing.isPressable() || !thing.paint().fill().isEmpty();
  }

  private static List<Thing> candidates(Sight now) {
    var dialog = now.dialog();
    return Nesting.innermost(
        now.matching(
                t ->
                    !t.isField()
                        && !t.node().disabled()
                        && (t.isPressable()
                            || t.isLeaf()
                                && !t.role().equals("heading")
                                && !t.tag().matches("h[1-6]|th|p|label|strong|b"))
                        && (!t.label().isBlank() || t.isPressable() && !t.node().hint().isBlank())
                        && t.label().length() < 40)
            .filter(t -> dialog == null || t.isIn(dialog))
            .toList());
  }

  static double fit(String deed, Thing thing) {
    var label = thing.label().toLowerCase(Locale.ROOT).replaceFirst("^[^\\p{L}]+", "");
    if (says(label, deed)) {
      return 1;
    }
    var name = thing.node().name().toLowerCase(Locale.ROOT);
    var picture = thing.text().replaceAll("[\\d.,\\s]+k?$", ""); // a heart and how many like it
    if (picture.length() <= 2
        && (says(name, deed)
            || Icons.likeness(deed, picture + " " + name + " " + thing.node().hint()) > 0)) {
      return 0.95;
    }
    boolean drawn =
        picture.length() <= 2
            && LOOSE.getOrDefault(deed, List.of()).stream()
                .anyMatch(
                    word ->
                        Icons.likeness(word, picture + " " + name + " " + thing.node().hint()) > 0);
    if (drawn) {
      return 0.75;
    }
    if (Deeds.of(deed).stream().anyMatch(word -> says(label, word))) {
      return 0.9;
    }
    return LOOSE.getOrDefault(deed, List.of()).stream().anyMatch(word -> says(label, word))
        ? 0.7
        : 0;
  }

  private static boolean says(String label, String word) {
    return label.equals(word) || label.startsWith(word + " ");
  }

  /** What may show more of what can be done with an entry. */
  static Optional<Thing> menu(Entry entry) {
    return entry
        .part()
        .all()
        .filter(t -> t.isPressable() || t.isLeaf())
        .filter(t -> t.label().length() < 20 && !t.isField())
        .filter(
            t ->
                t.text().matches("[….⋮⋯☰▾▼]{1,3}")
                    || t.text().length() < 2
                        && Icons.likeness("more", t.node().hint() + " " + t.node().name()) > 0
                    || t.label().matches("(?i)(?:more|actions?|options|menu|manage)\\W*"))
        .findFirst();
  }
}
