package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** The words of what pressing controls brings up. */
final class InteractionAdvice {
  static final List<Advice> ALL =
      List.of(
          on(
              "removed",
              Rule.of("focus-lost/removed", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                  .wcag("2.4.3"),
              "{element} vanishes when pressed and the focus with it",
              "Who uses the keyboard or a screen reader starts again at the top of the page.",
              "Move the focus to what came instead: the first new item, or a heading."),
          on(
              "after-closing",
              Rule.of("focus-lost/after-closing", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                  .wcag("2.4.3"),
              "After closing what {element} opened, the focus is nowhere",
              "Who uses the keyboard or a screen reader starts again at the top of the page.",
              "Give the focus back to the control that opened it."),
          on(
              "behind",
              Rule.of("dialogs/focus-behind", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                  .wcag("2.4.3", "2.1.1"),
              "What {element} opens covers the page, but the keyboard stays behind it",
              "Tab walks through what is covered; people who don't see don't learn that something"
                  + " opened.",
              "Use <dialog> and showModal(), or move the focus into it, keep it there, and close on"
                  + " Escape."),
          on(
              "expanded",
              Rule.of("states/expanded", Category.ACCESSIBILITY, Impact.MINOR, 0.85).wcag("4.1.2"),
              "{element} opens and closes something and doesn't say so",
              "A screen reader tells neither that it opens something nor whether it is open.",
              "Set aria-expanded to true or false with each press, or use <details>."),
          on(
              "pressed",
              Rule.of("states/pressed", Category.ACCESSIBILITY, Impact.MINOR, 0.8).wcag("4.1.2"),
              "Whether {element} is on is only to be seen",
              "A screen reader doesn't tell whether it is on or off.",
              "Set aria-pressed to true or false with each press, or use a checkbox."),
          on(
              "selected",
              Rule.of("states/selected", Category.ACCESSIBILITY, Impact.MINOR, 0.75).wcag("4.1.2"),
              "Which of them is chosen is only to be seen: {element}",
              "A screen reader doesn't tell which one is shown.",
              "Make them tabs with aria-selected, or set aria-current on the chosen one."),
          on(
              "stale",
              Rule.of("states/stale", Category.ACCESSIBILITY, Impact.MAJOR, 0.85).wcag("4.1.2"),
              "{element} says a state that doesn't change with it",
              "Its {attribute} stays as it is when pressed, so a screen reader tells what isn't"
                  + " so.",
              "Change {attribute} in the same place where the change to be seen is made."),
          on(
              "silent",
              Rule.of("status/change", Category.ACCESSIBILITY, Impact.MINOR, 0.8).wcag("4.1.3"),
              "{element} appears without being announced",
              "Pressing “{pressed}” changes it for those who see; a screen reader stays silent.",
              "Put it into an element with role=\"status\" that is on the page from the start."),
          on(
              "role",
              Rule.of("controls/role", Category.ACCESSIBILITY, Impact.MAJOR, 0.85).wcag("4.1.2"),
              "{element} can be pressed and doesn't say what it is",
              "It takes the focus and reacts, but to a screen reader it is plain text.",
              "Use a button, or give it the role that it plays (tab, switch, …) and its state."),
          on(
              "deaf",
              Rule.of("controls/no-answer", Category.FUNCTIONAL, Impact.MINOR, 0.7),
              "Nothing shows that {element} was pressed",
              "The page stays as it is, so nobody knows whether it worked; people press again.",
              "Say what happened beside it, in an element with role=\"status\"."),
          on(
              "total",
              Rule.of("totals", Category.FUNCTIONAL, Impact.MAJOR, 0.8),
              "The total {element} stays as it is when something is added",
              "Choosing “{choice}” costs more, and the total doesn't say so; people pay something"
                  + " else than they saw.",
              "Count again with each choice, and show the new total in an element with"
                  + " role=\"status\"."),
          on(
              "threw",
              Rule.of("console/on-press", Category.FUNCTIONAL, Impact.MAJOR, 0.9),
              "A script fails when {element} is pressed",
              "It stops with “{message}”; what should have come after that doesn't happen.",
              "Fix the exception, and tell people when something doesn't work."));

  private InteractionAdvice() {}
}
