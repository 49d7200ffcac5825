package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.Scene.Node;
import dev.hitlai.aitester.page.Scene.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that is seen on the page, with what it stands in and what stands in it. */
final class Thing {
  private static final Set<String> CONTROLS =
      Set.of(
          "button",
          "link",
          "tab",
          "menuitem",
          "menuitemradio",
          "menuitemcheckbox",
          "treeitem",
          "option",
          "checkbox",
          "radio",
          "switch");

  private final Node node;
  private final int order;
  private final @Nullable Thing parent;
  private final @Nullable Element element;
  private final List<Thing> children = new ArrayList<>();

  Thing(Node node, int order, @Nullable Thing parent, @Nullable Element element) {
    this.node = node;
    this.order = order;
    this.parent = parent;
    this.element = element;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  Node node() {
    return node;
  }

  /** Position in the document. */
  int order() {
    return order;
  }

  @Nullable Thing parent() {
    return parent;
  }

  /** The control that perception made of it, null when it is none. */
  @Nullable Element control() {
    return element;
  }

  List<Thing> children() {
    return children;
  }

  /** What is no part of the page's own matter is no part of what holds it either. */
  void leaveOut(Set<Thing> others) {
    children.removeIf(child -> child.all().allMatch(others::contains));
  }

  String text() {
    return node.text();
  }

  String own() {
    return node.own();
  }

  String label() {
    return node.label();
  }

  String role() {
    return node.role();
  }

  String tag() {
    return node.tag();
  }

  String value() {
    return node.value();
  }

  Box box() {
    return node.box();
  }

  Paint paint() {
    return node.paint();
  }

  boolean isField() {
    return node.field();
  }

  /** A field that takes typed text. */
  boolean takesText() {
    var field = element == null ? null : element.field();
    if (field == null) {
      return false;
    }
    return switch (field.type()) {
      case "text",
          "email",
          "password",
          "search",
          "tel",
          "url",
          "number",
          "textarea",
          "combobox",
          "searchbox",
          "" ->
          !tag().equals("select") && (element == null || !element.state().readOnly());
      default -> false;
    };
  }

  String type() {
    var field = element == null ? null : element.field();
    return field == null ? "" : field.type();
  }

  /** Tells people that it can be pressed: a control by role, or a hand over it. */
  boolean isPressable() {
    return CONTROLS.contains(role()) || node.pointer() || element != null;
  }

  boolean hasWords() {
    return !text().isBlank();
  }

  /** Nothing seen stands in it. */
  boolean isLeaf() {
    return children.isEmpty();
  }

  /** This and everything in it, in document order. */
  Stream<Thing> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Thing::all));
  }

  /** What it stands in, innermost first. */
  Stream<Thing> around() {
    return parent == null ? Stream.of() : Stream.iterate(parent, t -> t != null, Thing::parent);
  }

  boolean isIn(Thing other) {
    return this == other || around().anyMatch(one -> one == other);
  }

  /** The innermost thing around it, or it, that fulfils a condition; null when none does. */
  @Nullable Thing nearest(Predicate<Thing> condition) {
    return Stream.concat(Stream.of(this), around()).filter(condition).findFirst().orElse(null);
  }

  double centerX() {
    return box().x() + box().width() / 2;
  }

  double centerY() {
    return box().y() + box().height() / 2;
  }

  double area() {
    return box().width() * box().height();
  }

  @Override
  public String toString() {
    return tag() + " “" + label() + "”";
  }
}
