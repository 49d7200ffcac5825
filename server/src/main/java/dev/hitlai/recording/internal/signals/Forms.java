package dev.hitlai.recording.internal.signals;

import dev.hitlai.recording.internal.signals.Story.FormEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms that were begun and left, and fields that had to be filled again. */
final class Forms implements Detector {
  private static final int REFILLED = 16;

  @Override
  public List<Signal> find(Story story, SignalSettings settings) {
    var byForm = new LinkedHashMap<String, List<FormEvent>>();
    for (var event : story.forms()) {
      byForm
          .computeIfAbsent(event.pageId() + " " + event.form(), key -> new ArrayList<>())
          .add(event);
    }
    var signals = new ArrayList<Signal>();
    byForm.values().forEach(events -> look(events, signals));
    return signals;
  }

  private static void look(List<FormEvent> events, List<Signal> signals) {
    boolean sent = events.stream().anyMatch(event -> event.type().equals("submit"));
    var filled =
        events.stream()
            .filter(e -> (e.type().equals("input") || e.type().equals("change")))
            .filter(e -> e.length() == null || e.length() > 0)
            .toList();
    var invalid = events.stream().filter(e -> Boolean.FALSE.equals(e.valid())).toList();
    if (!sent
        && filled.stream().map(FormEvent::field).distinct().count() >= 1
        && filled.size() >= 2) {
      var last = events.getLast();
      signals.add(
          new Signal(
              SignalKind.FORM_ABANDONMENT,
              last.pageId(),
              filled.getFirst().at(),
              last.at(),
              invalid.isEmpty() ? "effort_or_doubt" : "refused_input",
              "The form %s was begun and never sent; the last field was \"%s\"%s."
                  .formatted(
                      name(last.form()),
                      last.field(),
                      invalid.isEmpty()
                          ? ""
                          : ", and \"" + invalid.getLast().field() + "\" refused what was entered"),
              null,
              null,
              null,
              List.of(last.id())));
    }
    refills(events, signals);
  }

  private static void refills(List<FormEvent> events, List<Signal> signals) {
    Map<String, Integer> longest = new LinkedHashMap<>();
    Map<String, Boolean> cleared = new LinkedHashMap<>();
    var told = new java.util.HashSet<String>();
    for (var event : events) {
      Integer length = event.length();
      if (length == null) {
        continue;
      }
      boolean again = (event.flags() & REFILLED) != 0;
      if (length == 0 && longest.getOrDefault(event.field(), 0) >= 3) {
        cleared.put(event.field(), true);
      }
      again |= length >= 3 && cleared.getOrDefault(event.field(), false);
      longest.merge(event.field(), length, Math::max);
      if (again && told.add(event.field())) {
        boolean refused =
            events.stream()
                .anyMatch(e -> e.field().equals(event.field()) && Boolean.FALSE.equals(e.valid()));
        signals.add(
            new Signal(
                SignalKind.FORM_REFILL,
                event.pageId(),
                event.at(),
                event.at(),
                refused ? "refused_input" : "lost_or_mistyped",
                "\"%s\" was emptied and filled again%s."
                    .formatted(event.field(), refused ? " after the form had refused it" : ""),
                null,
                null,
                null,
                List.of(event.id())));
      }
    }
  }

  private static String name(String form) {
    return form.isBlank() ? "without a name" : "\"" + form + "\"";
  }
}
