package dev.hitlai.aitester.mind.skill;

/** What people mean by "the button", "the tab", "the box". */
final class Kinds {
  private Kinds() {}

  static boolean is(String kind, Thing thing) {
    var role = thing.role();
    return switch (kind) {
      case "" -> true;
      case "button" -> role.equals("button") && !thing.isField();
      case "link" -> role.equals("link") || isUnderlined(thing);
      case "tab" -> role.equals("tab");
      case "checkbox" -> role.equals("checkbox") || role.equals("switch");
      case "radio" -> role.equals("radio");
      case "switch", "toggle" -> role.equals("switch") || role.equals("checkbox");
      case "field" -> thing.takesText();
      case "line" -> thing.takesText() && thing.tag().equals("input");
      case "area" -> thing.takesText() && !thing.tag().equals("input");
      case "dropdown" -> role.equals("combobox") || role.equals("listbox");
      case "icon", "image" -> !thing.hasWords() && thing.isLeaf();
      case "menu", "menu item" -> role.startsWith("menuitem") || role.equals("button");
      case "option", "item", "entry" -> role.equals("option") || role.equals("listitem");
      case "dialog" -> role.equals("dialog") || role.equals("alertdialog");
      case "slider" -> role.equals("slider");
      case "spinner" -> role.equals("spinbutton");
      case "folder", "file", "node" -> role.equals("treeitem");
      case "section", "header", "heading" ->
          role.equals("heading") || role.equals("button") || thing.tag().equals("summary");
      case "row" -> role.equals("row");
      case "cell" -> role.contains("cell");
      case "box", "square", "tile", "card", "shape" -> thing.paint().shape().equals("rect");
      default -> false;
    };
  }

  private static boolean isUnderlined(Thing thing) {
    return thing.node().pointer() && thing.isLeaf() && !thing.role().equals("button");
  }
}
