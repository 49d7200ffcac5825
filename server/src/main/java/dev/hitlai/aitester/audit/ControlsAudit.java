package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Controls that are controls, are named as shown, and lead somewhere. */
final class ControlsAudit extends ProbeAudit {

  ControlsAudit(Probes probes) {
    super(
        "controls",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "anchor",
                Rule.of("controls/anchor", Category.FUNCTIONAL, Impact.MINOR, 0.85),
                "Link {element} leads to a place that isn't there",
                "Nothing happens on pressing it, as {href} doesn't exist on the page.",
                "Correct the address or add the id."),
            on(
                "mouse-only",
                Rule.of("controls/mouse-only", Category.ACCESSIBILITY, Impact.BLOCKING, 0.8)
                    .wcag("2.1.1", "4.1.2"),
                "{element} can be pressed with a mouse only",
                "It is a {tag} that acts on clicks: the keyboard doesn't reach it and a screen"
                    + " reader doesn't say that it is a control.",
                "Use <button type=\"button\"> or a link."),
            on(
                "icon-only",
                Rule.of("controls/icon-only", Category.NAVIGATION, Impact.MINOR, 0.7),
                "{element} is an icon without words",
                "People who don't use computers much don't know what it means and leave it alone.",
                "Show its name next to the icon."),
            on(
                "label-in-name",
                Rule.of("controls/label-in-name", Category.ACCESSIBILITY, Impact.MINOR, 0.85)
                    .wcag("2.5.3"),
                "“{shown}” is called “{spoken}” for assistive technology",
                "Who speaks what is shown doesn't reach it.",
                "Start the aria-label with the shown words, or remove it."),
            on(
                "duplicate-id",
                Rule.of("duplicate-id", Category.ACCESSIBILITY, Impact.COSMETIC, 0.9).wcag("4.1.1"),
                "{count} elements share the id “{id}”",
                "Links, labels and scripts that mean one of them get the other.",
                "Give each element an id of its own."),
            on(
                "table",
                Rule.of("tables", Category.ACCESSIBILITY, Impact.MINOR, 0.85).wcag("1.3.1"),
                "Table {element} has no header cells",
                "Who listens hears a stream of {rows} × {columns} values without what they mean.",
                "Use <th scope=\"col\"> for the headings of columns and <th scope=\"row\"> for"
                    + " those of rows."),
            on(
                "dialog",
                Rule.of("dialogs", Category.ACCESSIBILITY, Impact.BLOCKING, 0.75).wcag("2.1.2"),
                "Dialog {element} can't be closed with the keyboard",
                "Nothing in it that takes the focus leads out again; people without a mouse are"
                    + " stuck.",
                "Add a <button>Close</button>, close it on Escape and give the focus back to what"
                    + " opened it."),
            on(
                "vague",
                Rule.of("controls/vague", Category.CONTENT, Impact.MAJOR, 0.8),
                "The button that pays says only {element}",
                "People don't know that the press costs money, or fear that it does and stop.",
                "Name deed and sum, e.g. “Pay €20.00 and order”.")));
  }
}
