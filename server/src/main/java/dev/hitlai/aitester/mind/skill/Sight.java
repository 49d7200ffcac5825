package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.page.Scene;
import dev.hitlai.aitester.page.Scene.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page as somebody sees it who has been told what to do. */
final class Sight {
  private final PageView page;
  private final Persona persona;
  private final List<Thing> things;
  private final Notes notes;

  private Sight(PageView page, Persona persona, List<Thing> things, Notes notes) {
    this.page = page;
    this.persona = persona;
    this.things = things;
    this.notes = notes;
  }

  /**
   * @param mission its words, should the page repeat them, are no part of what is to be used
   */
  static Sight of(PageView page, Persona persona, String mission, Notes notes) {
    var all = tree(page, persona);
    var repeated = Repetition.of(mission, all);
    all.forEach(thing -> thing.leaveOut(repeated));
    return new Sight(
        page, persona, all.stream().filter(thing -> !repeated.contains(thing)).toList(), notes);
  }

  private static List<Thing> tree(PageView page, Persona persona) {
    Map<Integer, Element> controls = new HashMap<>();
    page.elements().forEach(element -> controls.put(element.ref(), element));
    var all = new ArrayList<Thing>();
    for (var node : page.scene().nodes()) {
      var parent = node.parent() < 0 ? null : all.get(node.parent());
      var seen = persona.usesScreenReader() ? heard(node) : node;
      all.add(new Thing(seen, all.size(), parent, controls.get(node.ref())));
    }
    return all;
  }

  /** A screen reader says words, names and states, never colours, shapes or pictures. */
  private static Node heard(Node node) {
    var nothing = new Scene.Paint("", "", "", false, 0, "");
    return new Node(
        node.ref(),
        node.parent(),
        node.tag(),
        node.role(),
        node.selector(),
        node.box(),
        nothing,
        node.own(),
        node.text(),
        node.name(),
        "",
        node.value(),
        false,
        node.field(),
        node.disabled(),
        node.checked(),
        node.expanded(),
        node.selected(),
        node.focused(),
        node.draggable(),
        node.min(),
        node.max(),
        node.step(),
        node.unscrolled());
  }

  Notes notes() {
    return notes;
  }

  Finder finder() {
    return new Finder(this);
  }

  PageView page() {
    return page;
  }

  Persona persona() {
    return persona;
  }

  /** Everything seen, in document order. */
  List<Thing> things() {
    return things;
  }

  Stream<Thing> matching(Predicate<Thing> condition) {
    return things.stream().filter(condition);
  }

  /** Controls that hold a value. */
  List<Thing> fields() {
    return things.stream().filter(Thing::isField).filter(t -> !t.node().disabled()).toList();
  }

  /** The thing as it is now, after the page changed; empty when it is gone. */
  Optional<Thing> again(Thing thing) {
    return again(thing.node().ref());
  }

  Optional<Thing> again(int ref) {
    return things.stream().filter(one -> one.node().ref() == ref).findFirst();
  }

  /** The dialog that is open over the page, null when none is. */
  @Nullable Thing dialog() {
    return things.stream()
        .filter(t -> t.role().equals("dialog") || t.role().equals("alertdialog"))
        .reduce((first, last) -> last)
        .orElse(null);
  }

  /** All words of the page, a line for each thing that has words of its own. */
  List<String> lines() {
    return things.stream().map(Thing::own).filter(words -> !words.isBlank()).toList();
  }

  /** All texts, the shortest first: sums and labels before whole passages. */
  List<String> shortTexts() {
    return things.stream()
        .map(Thing::text)
        .filter(text -> !text.isBlank())
        .distinct()
        .sorted(java.util.Comparator.comparingInt(String::length))
        .toList();
  }

  /** References of everything shown, to tell later what is new. */
  Set<Integer> refs() {
    var refs = new HashSet<Integer>();
    things.forEach(thing -> refs.add(thing.node().ref()));
    return refs;
  }

  /** What is acted on: the control that it is, or the place where it is drawn. */
  Element element(Thing thing) {
    var control = thing.control();
    return control != null ? control : asElement(thing);
  }

  private Element asElement(Thing thing) {
    var node = thing.node();
    var view = page.viewport();
    var inView =
        node.box().y() + node.box().height() > view.scrollY()
            && node.box().y() < view.scrollY() + view.height();
    var paint = node.paint();
    return new Element(
        node.ref(),
        0,
        node.tag(),
        node.role(),
        node.name(),
        clipped(node.text()),
        node.selector(),
        node.box(),
        new Element.Look(
            true, inView, false, paint.size(), 0, paint.color(), paint.fill(), false, false),
        new Element.State(
            node.disabled(), node.checked(), node.expanded(), node.selected(), false, false),
        new Element.Context(headingBefore(thing), "", groupAround(thing)),
        null,
        null,
        thing.order(),
        -1);
  }

  private static String clipped(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200);
  }

  private String headingBefore(Thing thing) {
    return things.stream()
        .takeWhile(one -> one.order() <= thing.order())
        .filter(one -> one.role().equals("heading"))
        .reduce((first, last) -> last)
        .map(Thing::label)
        .orElse("");
  }

  private static String groupAround(Thing thing) {
    return thing
        .around()
        .map(one -> one.node().name())
        .filter(name -> !name.isBlank() && name.length() <= 80)
        .findFirst()
        .orElse("");
  }
}
