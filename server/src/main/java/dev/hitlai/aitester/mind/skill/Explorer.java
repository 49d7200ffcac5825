package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Opens what may hide something, one after the other: sections, tabs, branches, menus, pages. */
final class Explorer {
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)^(?:more|show more|load more|see more|show all|see all|view all|read"
              + " more|menu|options|actions)\\W*$");
  private static final Pattern NEXT =
      Pattern.compile("(?i)^(?:next(?: page)?|older|>|›|»|→|▶)\\W*$|^[>›»→▶]+$");
  private static final Pattern LOAD =
      Pattern.compile(
          "(?i)^\\W*(?:(?:load|show|see|view|get|fetch) (?:\\w+ )?more|more(?: \\w+)?|load"
              + " (?:older|the next)|older)\\b.{0,20}$");
  private static final Pattern CLOSED = Pattern.compile("^\\s*(?:[▶►▸▹⏵+]|\\[\\+\\])\\s*\\S");
  private static final Pattern FOLDED =
      Pattern.compile("(?i)\\b(?:folder|expandable|collapsed|closed|expander)\\b");
  private static final Pattern RISKY =
      Pattern.compile(
          "(?i)\\b(?:submit|ok|okay|cancel|delete|remove|send|save|buy|pay|confirm|reset|close|done|finish|accept|apply|log"
              + " ?(?:in|out))\\b");

  private final Set<String> tried = new HashSet<>();
  private final NumberedPages pages = new NumberedPages();
  private String lastPage = "";
  private int pointed;
  private final Set<String> opening = new HashSet<>();
  private String lastLook = "";
  private List<String> lastLines = List.of();

  /** Something to open that was not opened yet; empty when all was seen. */
  Optional<Turn> reveal(Sight now) {
    learn(now);
    Predicate<Thing> section = thing -> isSectionLike(thing, now);
    return likely(now)
        .or(() -> open(now, List.of(section.and(t -> opening.contains(look(t))))))
        .or(() -> pointAt(now, 6))
        .or(() -> open(now, List.of(section, Explorer::isBar)))
        .or(() -> pointAt(now, 40));
  }

  /** What looks like that which has just shown more, and hidden nothing, will do so as well. */
  private void learn(Sight now) {
    var lines = now.lines();
    if (!lastLook.isEmpty() && lines.size() > lastLines.size() && lines.containsAll(lastLines)) {
      opening.add(lastLook);
    }
    lastLook = "";
  }

  /** How it is drawn, whatever it says: folders have another picture than files. */
  private static String look(Thing thing) {
    return thing
        .all()
        .map(
            t ->
                t.tag()
                    + (t.hasWords() ? "" : t.paint().fill() + t.node().hint())
                    + t.own().replaceAll("[\\p{L}\\p{N}\\p{P}\\s]", "")) // "📁"
        .collect(java.util.stream.Collectors.joining(" "));
  }

  /** Something on the page is folded, and says so. */
  static boolean seesClosed(Sight now) {
    return now.matching(t -> isCollapsed(t) || looksClosed(t)).findAny().isPresent();
  }

  /** Something here plainly leads on. */
  static boolean leadsOn(Sight now) {
    return new Explorer().likely(now).isPresent();
  }

  /** Something that plainly leads on, without trying what merely might. */
  Optional<Turn> likely(Sight now) {
    return open(
            now,
            List.of(
                Explorer::isCollapsed,
                Explorer::isOtherTab,
                Strips::isOther,
                Explorer::isTabLink,
                Explorer::looksClosed,
                Explorer::isMore))
        .or(() -> loadMore(now))
        .or(() -> nextPage(now))
        .or(() -> pages.next(now));
  }

  private Optional<Turn> open(Sight now, List<Predicate<Thing>> kinds) {
    return kinds.stream()
        .flatMap(kind -> now.matching(kind).filter(t -> !RISKY.matcher(t.label()).find()))
        .filter(thing -> !tried.contains(key(thing)))
        .filter(thing -> now.dialog() == null || thing.isIn(now.dialog()))
        .findFirst()
        .map(
            thing -> {
              tried.add(key(thing));
              lastLook = look(thing);
              lastLines = now.lines();
              return Turn.press(
                  now, Handles.of(thing, now), "it may be behind \"" + thing.label() + "\"");
            });
  }

  /** What shows more only while the pointer is over it. */
  private Optional<Turn> pointAt(Sight now, int atMost) {
    return now.persona().touch() || pointed >= atMost
        ? Optional.empty()
        : now.matching(
                t ->
                    t.text().length() < 25 && t.hasWords() && !t.isField() && t.isLeaf()
                        || t.role().equals("menuitem"))
            .filter(t -> tried.add("hover " + key(t)))
            .findFirst()
            .map(t -> pointing(t, now));
  }

  private Turn pointing(Thing t, Sight now) {
    pointed++;
    return Turn.act(new Action.Hover(now.element(t)), "it may show more under the pointer");
  }

  /** A short line on a bar of its own colour: the head of a section, perhaps. */
  private static boolean isBar(Thing thing) {
    return thing.isLeaf()
        && thing.hasWords()
        && thing.text().length() < 40
        && !thing.isField()
        && !thing.role().equals("button")
        && !thing.role().equals("option")
        && (!thing.paint().fill().isEmpty()
            || thing.paint().bold()
            || thing.role().equals("heading"));
  }

  private static String key(Thing thing) {
    return thing.node().ref() + "|" + thing.tag();
  }

  /** More of a list may come with each press. */
  private Optional<Turn> loadMore(Sight now) {
    var words = String.join("|", now.lines());
    return now.matching(
            t -> t.isPressable() && LOAD.matcher(t.label()).find() && !t.node().disabled())
        .filter(t -> tried.add("more " + words.hashCode()))
        .findFirst()
        .map(t -> Turn.press(now, t, "there may be more of them"));
  }

  private static boolean isCollapsed(Thing thing) {
    return Boolean.FALSE.equals(thing.node().expanded())
        && !thing.takesText()
        && !thing.tag().equals("select");
  }

  private static boolean isOtherTab(Thing thing) {
    return thing.role().equals("tab") && !Boolean.TRUE.equals(thing.node().selected());
  }

  /** One of several links side by side that show another part of the same page. */
  private static boolean isTabLink(Thing thing) {
    return leadsWithin(thing)
        && thing.text().length() < 30
        && thing
            .around()
            .limit(3)
            .flatMap(Thing::all)
            .distinct()
            .anyMatch(other -> other != thing && leadsWithin(other) && Rows.sameLine(other, thing));
  }

  private static boolean leadsWithin(Thing thing) {
    var control = thing.control();
    return control != null
        && control.link() != null
        && control.link().href().matches(".*#\\w.*")
        && thing.hasWords();
  }

  private static boolean looksClosed(Thing thing) {
    return saysClosed(thing)
        && thing.all().filter(one -> one != thing).noneMatch(Explorer::saysClosed);
  }

  private static boolean saysClosed(Thing thing) {
    return (CLOSED.matcher(thing.text()).find()
            || thing.text().matches("[+⊞▸▶►]")
            || FOLDED.matcher(thing.node().hint()).find() && thing.hasWords())
        && thing.text().length() < 80
        && !thing.isField();
  }

  private static boolean isMore(Thing thing) {
    return thing.isPressable()
        && (MORE.matcher(thing.label()).find()
            || !thing.hasWords()
                && Icons.likeness("more", thing.node().hint() + " " + thing.node().name()) > 0
            || thing.text().length() == 1 && Icons.meaning(thing.text()).contains("ellipsis"));
  }

  /** A plain thing with a hand over it that leads nowhere else may open what stands below it. */
  private static boolean isSectionLike(Thing thing, Sight now) {
    var control = thing.control();
    return thing.node().pointer()
        && !thing.isField()
        && (control == null || control.link() == null || control.link().href().contains("#"))
        && thing.text().length() < 60
        && thing.hasWords()
        && !thing.role().equals("link")
        && !NEXT.matcher(thing.text()).find()
        && !thing.role().equals("option")
        && (now.dialog() == null || thing.isIn(now.dialog()));
  }

  private Optional<Turn> nextPage(Sight now) {
    var words = String.join("|", now.lines());
    if (words.equals(lastPage)) {
      return Optional.empty();
    }
    return now.matching(Thing::isPressable)
        .filter(
            t ->
                NEXT.matcher(t.label()).find()
                    || Icons.likeness("next", t.node().hint()) > 0 && !t.hasWords())
        .filter(t -> !t.node().disabled())
        .findFirst()
        .map(
            thing -> {
              lastPage = words;
              return Turn.press(now, thing, "it may be on the next page");
            });
  }
}
