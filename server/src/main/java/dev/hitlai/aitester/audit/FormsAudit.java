package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** What fields say about themselves before and after an error. */
final class FormsAudit extends ProbeAudit {

  FormsAudit(Probes probes) {
    super(
        "forms",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "placeholder",
                Rule.of("forms/placeholder", Category.FORMS, Impact.MAJOR, 0.9)
                    .wcag("3.3.2", "1.3.1"),
                "The placeholder {element} is the field's only label",
                "It vanishes with the first character; whoever looks away doesn't know any more"
                    + " what the field is for.",
                "Add a visible <label> above the field; keep the placeholder for an example."),
            on(
                "unseen",
                Rule.of("forms/unseen-label", Category.FORMS, Impact.MAJOR, 0.8).wcag("3.3.2"),
                "Field {element} has no visible label",
                "Only a screen reader says what to enter; everybody else guesses.",
                "Show the name as a <label> next to the field."),
            on(
                "vague-label",
                Rule.of("forms/vague-label", Category.FORMS, Impact.MINOR, 0.8).wcag("2.4.6"),
                "The label {element} doesn't say what to enter",
                "People have to guess what the field is for.",
                "Name what belongs in, e.g. “First name”."),
            on(
                "same-label",
                Rule.of("forms/same-label", Category.FORMS, Impact.MINOR, 0.8).wcag("2.4.6"),
                "{count} fields are called {element} and look alike",
                "Nothing to be seen tells which is which, so data end up in the wrong field.",
                "Show a heading or a <legend> above each group, or tell the fields apart in their"
                    + " labels."),
            on(
                "secret",
                Rule.of("forms/secret", Category.SECURITY, Impact.MINOR, 0.85).wcag("1.3.5"),
                "Password field {element} doesn't help password managers",
                "Without current-password or new-password people type, and so choose, weak"
                    + " passwords.",
                "Set autocomplete=\"current-password\" when signing in, \"new-password\" when"
                    + " choosing one."),
            on(
                "autocomplete",
                Rule.of("forms/autocomplete", Category.FORMS, Impact.MINOR, 0.85).wcag("1.3.5"),
                "Field {element} can't be filled in by the browser",
                "People who type with difficulty, or on a phone, enter by hand what the device"
                    + " knows.",
                "Add autocomplete=\"{token}\"."),
            on(
                "autocomplete-off",
                Rule.of("forms/autocomplete-off", Category.FORMS, Impact.MINOR, 0.85).wcag("1.3.5"),
                "Field {element} forbids the browser to fill it in",
                "People who type with difficulty, or on a phone, enter by hand what the device"
                    + " knows.",
                "Replace autocomplete=\"off\" by autocomplete=\"{token}\"."),
            on(
                "autocomplete-wrong",
                Rule.of("forms/autocomplete-wrong", Category.FORMS, Impact.MINOR, 0.85)
                    .wcag("1.3.5"),
                "Field {element} is filled in as “{given}”",
                "The browser offers the wrong thing, and people send it without noticing.",
                "Use autocomplete=\"{token}\"."),
            on(
                "type",
                Rule.of("forms/input-type", Category.FORMS, Impact.MINOR, 0.85),
                "Field {element} brings up the wrong keyboard",
                "With type=\"{type}\" a phone shows keys that don't fit what is to be entered.",
                "Use type=\"{better}\"."),
            on(
                "required",
                Rule.of("forms/required", Category.FORMS, Impact.MINOR, 0.85).wcag("3.3.2"),
                "Required field {element} isn't marked",
                "People learn that it must be filled in only from the error after sending.",
                "Write “(required)” into the label, or mark the optional ones."),
            on(
                "group",
                Rule.of("forms/group", Category.ACCESSIBILITY, Impact.MINOR, 0.85).wcag("1.3.1"),
                "The {count} choices {element} have no question",
                "A screen reader says the answers, not what is asked.",
                "Wrap them in <fieldset> with the question as <legend>."),
            on(
                "error",
                Rule.of("forms/error", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                    .wcag("3.3.1", "1.3.1"),
                "The error of field {element} isn't tied to it",
                "“{message}” is not read out when the field gets the focus.",
                "Give the message an id and the field aria-describedby and aria-invalid=\"true\"."),
            on(
                "error-hidden",
                Rule.of("forms/error-hidden", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                    .wcag("3.3.1"),
                "The error of field {element} is hidden from {from}",
                "“{message}” reaches only some people; the others don't learn why the form isn't"
                    + " taken.",
                "Show it next to the field, without aria-hidden and not moved off the screen."),
            on(
                "format",
                Rule.of("forms/format", Category.FORMS, Impact.MINOR, 0.75).wcag("3.3.2"),
                "Field {element} wants a format but doesn't say which",
                "People enter it their way and are refused.",
                "Show an example next to the label, or accept every common way to write it."),
            on(
                "password-rules",
                Rule.of("forms/password-rules", Category.FORMS, Impact.MINOR, 0.75).wcag("3.3.2"),
                "The rules for {element} are told only after the error",
                "People invent a password and are refused, often more than once.",
                "Show the rules below the field from the start."),
            on(
                "paste",
                Rule.of("forms/paste", Category.FORMS, Impact.MAJOR, 0.9).wcag("3.3.8"),
                "Field {element} refuses to be pasted into",
                "Password managers and people who copy can't use it; typing by hand brings errors.",
                "Remove the handler that cancels paste."),
            on(
                "short",
                Rule.of("forms/short", Category.FORMS, Impact.MAJOR, 0.8),
                "Field {element} takes only {limit} characters",
                "Longer names and addresses are cut off without a word.",
                "Raise maxlength to what the longest real value needs, at least 100."),
            on(
                "strict",
                Rule.of("forms/strict", Category.FORMS, Impact.MAJOR, 0.85),
                "Field {element} refuses what people are right to type, e.g. “{example}”",
                "People can't enter their own name or number as it is written, and give up.",
                "Accept letters of all languages, spaces and signs; tidy the value by program."),
            on(
                "limit",
                Rule.of("forms/limit", Category.FORMS, Impact.MINOR, 0.8),
                "Field {element} ends after {limit} characters and doesn't say so",
                "Who writes more notices in the middle of a sentence, or not at all.",
                "Raise the limit, or state it and count down while people write."),
            on(
                "reset",
                Rule.of("forms/reset", Category.FORMS, Impact.COSMETIC, 0.85),
                "Button {element} empties the whole form",
                "One slip beside the other button, and everything has to be typed again.",
                "Take it out; who wants to change a field changes the field."),
            on(
                "disabled",
                Rule.of("forms/disabled", Category.FORMS, Impact.MINOR, 0.75).wcag("3.3.2"),
                "Button {element} can't be pressed and doesn't say why",
                "People don't learn what is missing ({fields}), and the keyboard skips the button.",
                "Let it be pressed and answer with a message that names what is missing."),
            on(
                "options",
                Rule.of("forms/options", Category.FORMS, Impact.COSMETIC, 0.85),
                "The {count} choices of {element} are in no order",
                "People look through the whole list for a name that they know how to spell.",
                "Sort it from A to Z; a few likely ones may stand on top."),
            on(
                "vague-error",
                Rule.of("forms/vague-error", Category.FORMS, Impact.MAJOR, 0.85).wcag("3.3.3"),
                "The error “{message}” doesn't say what to do",
                "People can't repair {element} when they aren't told what is wrong with it.",
                "Say what is expected, with an example of a valid entry."),
            on(
                "input-lost",
                Rule.of("forms/input-lost", Category.FORMS, Impact.MAJOR, 0.7).wcag("3.3.7"),
                "What was entered as {element} is gone after the error",
                "“{message}” complains about an entry that isn't there any more; everything has to"
                    + " be typed again.",
                "Send the form back with what was entered."),
            on(
                "change-on-input",
                Rule.of("forms/change-on-input", Category.ACCESSIBILITY, Impact.MINOR, 0.9)
                    .wcag("3.2.2"),
                "Choosing in {element} sends the form at once",
                "Who walks through the list with the keyboard is thrown to another page at the"
                    + " first step.",
                "Act only when a button is pressed.")));
  }
}
